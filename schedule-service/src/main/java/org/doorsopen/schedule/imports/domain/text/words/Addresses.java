package org.doorsopen.schedule.imports.domain.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells streets and links from other text. */
public final class Addresses {

  private static final Pattern STREET =
      Pattern.compile(
          "\\p{L}[\\p{L}.’'-]{0,40}(?:straße|strasse|str\\.|allee|platz|damm|ufer|weg|gasse|ring|chaussee|markt) ?\\d{1,4} ?[a-z]?(?![\\p{L}\\d])"
              + "|(?:\\p{Lu}[\\p{L}-]{2,30} ){0,2}(?:Straße|Strasse|Str\\.|Allee|Platz|Damm|Ufer|Weg|Gasse|Ring|Chaussee|Markt) (?:des \\d{1,2}\\. \\p{L}{3,9} )?\\d{1,4} ?[a-z]?(?![\\p{L}\\d])"
              + "|(?<![\\d.:])\\d{1,5} [\\p{L}.’' -]{2,40}? (?:Street|St|Avenue|Ave|Road|Rd|Lane|Square|Sq|Boulevard|Blvd|Drive|Way|Court|Quay|Row|Broadway|Yard|Place|Terrace|Crescent|Gardens|Hill|Walk|Mews|Wharf|Parade|Plaza|Alley|Parkway|Pkwy|Highway)(?![\\p{L}\\d])"
              + "|(?<![\\d.:])\\d{1,5} (?:[NSEW]\\.? )?\\d{1,3}(?:st|nd|rd|th) (?:Street|St|Avenue|Ave|Place)(?![\\p{L}\\d])"
              + "|\\p{Lu}[\\p{L}’'-]{2,20} (?:\\p{Lu}[\\p{L}’'-]{2,20} )?(?:Street|Road|Avenue|Lane|Square|Quay) · \\p{Lu}"
              + "|, [A-Z]{2} \\d{5}(?!\\d)"
              + "|(?:Unter den|Am|An der|An den|Zum|Zur|Im) \\p{Lu}[\\p{L}-]{2,30} \\d{1,4} ?[a-z]?(?![\\p{L}\\d.:])"
              + "|(?<!\\d)\\d{5} \\p{Lu}\\p{L}{2,}"
              + "|\\p{Lu}[\\p{L}-]{2,30} \\d{1,4}[a-z]? · \\p{Lu}"
              + "|\\p{Lu}[\\p{L}-]{2,30} \\d{1,4}[a-z]?, \\d{4,5} \\p{Lu}",
          Pattern.UNICODE_CASE);
  private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)[^\\s<>\"|]{3,500}");
  private static final List<String> ROOMS =
      List.of(
          "zoom.us",
          "meet.google",
          "teams.microsoft",
          "teams.live",
          "youtube.com",
          "youtu.be",
          "twitch.tv",
          "jitsi",
          "meet.jit.si",
          "bigbluebutton",
          "bbb.",
          "webex",
          "streamyard",
          "whereby",
          "senfcall",
          "hopin",
          "gather.town",
          "livestream",
          "stream.",
          "media.ccc.de",
          "vimeo.com",
          "linkedin.com/video",
          "linkedin.com/events",
          "goto.com",
          "around.co",
          "discord.gg");

  private Addresses() {}

  public static boolean isAddress(String text) {
    return text.length() <= 400 && STREET.matcher(text).find();
  }

  public static int start(String text) {
    Matcher street = STREET.matcher(text);
    return text.length() <= 400 && street.find() ? street.start() : -1;
  }

  public static List<String> links(Line line) {
    return links(line, line.text());
  }

  public static List<String> links(Line line, String text) {
    var found = new ArrayList<>(line.links());
    Matcher link = LINK.matcher(text);
    while (found.size() < 20 && link.find()) {
      found.add(cut(link.group()));
    }
    return found;
  }

  public static String withoutLinks(String text) {
    return Words.trimmed(
        Words.singleSpaces(
            LINK.matcher(text).replaceAll(" ").replace("( )", " ").replace("()", " ")));
  }

  public static boolean isRoom(String link) {
    return ROOMS.stream().anyMatch(link::contains);
  }

  public static @Nullable String first(List<String> links) {
    return links.isEmpty() ? null : whole(links.getFirst());
  }

  public static String whole(String link) {
    return link.startsWith("www.") ? "https://" + link : link;
  }

  private static String cut(String link) {
    int end = link.length();
    while (end > 0
        && ".,;:!?)]}>'’”".indexOf(link.charAt(end - 1)) >= 0
        && !(link.charAt(end - 1) == ')' && link.indexOf('(') >= 0)) {
      end--;
    }
    return link.substring(0, end);
  }
}
