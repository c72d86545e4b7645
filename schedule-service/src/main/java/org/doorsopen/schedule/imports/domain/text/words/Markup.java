package org.doorsopen.schedule.imports.domain.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a line apart into its text and what only sets it: Markdown, Slack's marks, tags, emoji. */
public final class Markup {

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)(a|b|i|u|em|strong|br|p|div|span|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|hr|img|section|article"
              + "|header|blockquote|pre|code|small|font|center|html|body|head|title|meta|main|dl|dt|dd)(?:\s[^<>]{0,400})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SLACK_LINK =
      Pattern.compile("<(https?://[^<>|\\s]{1,500})\\|([^<>|]{1,300})>");
  private static final Pattern BARE_LINK = Pattern.compile("<(https?://[^<>|\\s]{1,500})>");
  private static final Pattern MARKDOWN_LINK =
      Pattern.compile("\\[([^\\[\\]]{1,300})]\\((https?://[^()\\s]{1,500})\\)");
  private static final Pattern MAIL_LINK =
      Pattern.compile("<mailto:([^<>|\\s]{1,300})(?:\\|[^<>|]{0,300})?>");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([-*_#.()\\[\\]!+>~`|])");
  private static final Pattern SHORTCODE =
      Pattern.compile("(?<![\\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\\w:])");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[.)] (?=\\S)");
  private static final String BULLETS = "-*+•‣◦▪●○–—·►▶»→✓✔☞➜➤❯⁃∙";
  private static final List<String> ENDING_TAGS =
      List.of(
          "br", "p", "li", "tr", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&apos;", "'",
          "&nbsp;", " ", "&ndash;", "–", "&mdash;", "—", "&#x27;", "'");

  private Markup() {}

  public static List<Line> lines(int number, String raw) {
    var lines = new ArrayList<Line>();
    for (String part : parts(visible(raw))) {
      lines.add(line(number, part));
    }
    return lines;
  }

  /** With plain spaces, and without characters that show nothing. Tabs stay. */
  public static String visible(String raw) {
    var shown = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(point -> {
          if (point == '\t') {
            shown.append('\t');
          } else if (Character.isSpaceChar(point) || Character.isISOControl(point)) {
            shown.append(' ');
          } else if (Character.getType(point) == Character.FORMAT && point != 0x200D
              || Character.getType(point) == Character.SURROGATE) {
            return;
          } else {
            shown.appendCodePoint(point);
          }
        });
    return shown.toString();
  }

  private static List<String> parts(String text) {
    if (text.indexOf('<') < 0) {
      return List.of(entities(text));
    }
    String plain = MAIL_LINK.matcher(text).replaceAll("$1");
    Matcher tag = TAG.matcher(plain);
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    int from = 0;
    while (tag.find()) {
      part.append(plain, from, tag.start());
      from = tag.end();
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (name.equals("li") && tag.group(1).isEmpty()) {
        part.append("- ");
      } else if (name.matches("h[1-6]") && tag.group(1).isEmpty()) {
        part.append("## ");
      } else if ((name.equals("td") || name.equals("th")) && !tag.group(1).isEmpty()) {
        part.append(" | ");
      } else if (ENDING_TAGS.contains(name)
          && !part.toString().isBlank()
          && (!tag.group(1).isEmpty() || name.equals("br"))) {
        parts.add(entities(part.toString()));
        part.setLength(0);
      }
    }
    part.append(plain, from, plain.length());
    if (parts.isEmpty() || !part.toString().isBlank()) {
      parts.add(entities(part.toString()));
    }
    return parts;
  }

  private static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    String plain = text;
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      plain = plain.replace(entity.getKey(), entity.getValue());
    }
    return plain;
  }

  private static Line line(int number, String part) {
    int indent = indentOf(part);
    String text = part.strip();
    while (text.startsWith("> ") || text.equals(">")) {
      text = text.substring(1).strip();
    }
    var links = new ArrayList<String>();
    text = unlinked(text, links);
    boolean isBullet = false;
    int heading = 0;
    String emoji = "";
    for (int i = 0; i < 4; i++) {
      String before = text;
      int hashes = leading(text, '#');
      if (hashes > 0 && hashes <= 6 && text.startsWith(" ", hashes)) {
        heading = hashes;
        text = withoutEnd(text.substring(hashes).strip(), '#');
      }
      int equals = leading(text, '=');
      if (equals > 1
          && equals <= 6
          && text.endsWith("=".repeat(equals))
          && text.length() > 2 * equals + 1) {
        heading = equals;
        text = text.substring(equals, text.length() - equals).strip();
      }
      if (isBulleted(text)) {
        isBullet = true;
        text = text.substring(1).strip();
      } else if (isNumbered(text)) {
        isBullet = true;
        text = text.substring(text.indexOf(' ') + 1).strip();
      }
      if (text.startsWith("[ ] ") || text.startsWith("[x] ")) {
        text = text.substring(4).strip();
      }
      int end = emojiEnd(text);
      if (end > 0) {
        emoji = emoji.isEmpty() ? text.substring(0, end) : emoji;
        text = text.substring(end).strip();
      }
      if (text.equals(before)) {
        break;
      }
    }
    boolean isBold =
        isWrapped(text, "**")
            || isWrapped(text, "__")
            || isWrapped(text, "*")
            || isWrapped(text, "'''");
    List<String> cells = cells(text);
    return new Line(
        number,
        plain(text),
        heading,
        isBold,
        isBullet,
        indent,
        cells.stream().map(Markup::plain).toList(),
        links,
        emoji);
  }

  private static String unlinked(String text, List<String> links) {
    if (text.indexOf("http") < 0) {
      return text;
    }
    String shown = replaced(SLACK_LINK, text, 1, 2, links);
    shown = replaced(MARKDOWN_LINK, shown, 2, 1, links);
    return BARE_LINK.matcher(shown).replaceAll("$1");
  }

  private static String replaced(
      Pattern link, String text, int address, int words, List<String> links) {
    Matcher found = link.matcher(text);
    var shown = new StringBuilder();
    while (found.find()) {
      links.add(found.group(address));
      found.appendReplacement(shown, Matcher.quoteReplacement(found.group(words)));
    }
    return found.appendTail(shown).toString();
  }

  private static boolean isBulleted(String text) {
    return text.length() > 1
        && BULLETS.indexOf(text.charAt(0)) >= 0
        && (text.charAt(1) == ' ' || text.charAt(1) == '\t');
  }

  /** But not of a date, such as 3. Dezember. */
  private static boolean isNumbered(String text) {
    Matcher number = NUMBERED.matcher(text);
    return number.lookingAt()
        && !Vocabulary.isMonth(Words.first(text.substring(number.end())))
        && !Character.isDigit(text.charAt(number.end()));
  }

  private static List<String> cells(String text) {
    String[] parts;
    if (text.indexOf('|') >= 0) {
      parts = text.split("\\|", -1);
    } else if (isSemicolons(text)) {
      parts = text.split(";", -1);
    } else if (text.indexOf('\t') > 0) {
      parts = text.split("\t", -1);
    } else if (ClockTimes.leading(text) != null && text.contains("   ")) {
      parts = text.split(" {3,20}", -1);
    } else {
      return List.of();
    }
    var cells = new ArrayList<String>();
    for (int i = 0; i < parts.length && cells.size() < 20; i++) {
      String cell = parts[i].strip();
      boolean isOuter = text.indexOf('|') >= 0 && (i == 0 || i == parts.length - 1);
      if (!cell.isEmpty() || !isOuter && text.indexOf('|') >= 0) {
        cells.add(cell);
      }
    }
    return cells.size() < 2 ? List.of() : cells;
  }

  /** A row of a spreadsheet: a time and more, or only short words. */
  private static boolean isSemicolons(String text) {
    int first = text.indexOf(';');
    if (first <= 0 || text.length() > 400) {
      return false;
    }
    boolean isRow = text.indexOf(';', first + 1) > 0;
    boolean isLabel = Label.named(text.substring(0, first)) != null;
    boolean isTimed = ClockTimes.leading(text.substring(0, first)) != null;
    return isLabel
        || isRow
            && (isTimed
                || List.of(text.split(";")).stream().allMatch(part -> Words.of(part).size() <= 3));
  }

  /** Without marks of emphasis, and with single spaces. */
  private static String plain(String text) {
    String shown = SHORTCODE.matcher(text).replaceAll(" ");
    shown = shown.replace("**", "").replace("~~", "").replace("'''", "").replace("`", "");
    shown = withoutPairs(withoutPairs(shown, '*'), '_');
    shown = ESCAPED.matcher(shown).replaceAll("$1");
    return Words.singleSpaces(shown);
  }

  /** Marks that open at the beginning of a word and close at the end of one. */
  private static String withoutPairs(String text, char mark) {
    if (text.indexOf(mark) < 0) {
      return text;
    }
    var shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWordBefore = i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
      boolean isWordAfter = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
      boolean isSpaceAfter = i + 1 == text.length() || text.charAt(i + 1) == ' ';
      boolean isSpaceBefore = i == 0 || text.charAt(i - 1) == ' ';
      if (c != mark || isWordBefore && isWordAfter || isSpaceBefore && isSpaceAfter) {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private static boolean isWrapped(String text, String mark) {
    String bare = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    return bare.length() > 2 * mark.length()
        && bare.startsWith(mark)
        && bare.endsWith(mark)
        && bare.indexOf(mark, mark.length()) == bare.length() - mark.length();
  }

  private static int indentOf(String text) {
    int spaces = 0;
    for (int i = 0; i < text.length() && spaces < 100; i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        spaces += 4;
      } else if (c == ' ') {
        spaces++;
      } else {
        break;
      }
    }
    return spaces;
  }

  private static int leading(String text, char c) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == c) {
      count++;
    }
    return count;
  }

  private static String withoutEnd(String text, char c) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == c) {
      end--;
    }
    return end > 0 && end < text.length() && text.charAt(end - 1) == ' '
        ? text.substring(0, end).strip()
        : text;
  }

  /** The length of the emoji at the beginning, with its modifiers; 0 if there is none. */
  public static int emojiEnd(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!isEmoji(point) && !(at > 0 && (point == 0x200D || point == 0xFE0F || point == 0x20E3))) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  public static boolean isEmoji(int point) {
    return point >= 0x1F000 && point <= 0x1FAFF
        || point >= 0x2600 && point <= 0x27BF
        || point >= 0x2B00 && point <= 0x2BFF
        || point >= 0x2300 && point <= 0x23FF
        || point == 0x200D
        || point == 0xFE0F;
  }
}
