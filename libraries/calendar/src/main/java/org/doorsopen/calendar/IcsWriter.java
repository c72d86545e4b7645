package org.doorsopen.calendar;

import java.util.regex.Pattern;

/**
 * Writes content lines of iCalendar (RFC 5545, section 3.1): {@code NAME;PARAMETER=value:value},
 * folded, each ended by CRLF. Whatever a text holds, it stays in its value: it can end neither its
 * line nor its component.
 */
final class IcsWriter {

  private static final int MAX_OCTETS = 75;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final StringBuilder lines = new StringBuilder(2048);

  /** A parameter of a property; {@code value} may be any text. */
  record Parameter(String name, String value) {}

  IcsWriter begin(String component) {
    return line("BEGIN:" + component);
  }

  IcsWriter end(String component) {
    return line("END:" + component);
  }

  /** A property whose value is of the type TEXT. */
  IcsWriter text(String name, String text) {
    return line(name + ":" + escaped(text));
  }

  /**
   * A property whose value is of any type but TEXT, and is written as it is: a time, a number, a
   * URI, a token.
   *
   * @throws IllegalArgumentException if the value holds a control character, as none of these does
   */
  IcsWriter value(String name, String value, Parameter... parameters) {
    if (hasControl(value)) {
      throw new IllegalArgumentException("%s would hold a control character".formatted(name));
    }
    StringBuilder line = new StringBuilder(name);
    for (Parameter parameter : parameters) {
      line.append(';').append(parameter.name()).append('=').append(quoted(parameter.value()));
    }
    return line(line.append(':').append(value));
  }

  /** Lines that another writer has written. */
  IcsWriter lines(String written) {
    lines.append(written);
    return this;
  }

  /** Everything that has been written. */
  @Override
  public String toString() {
    return lines.toString();
  }

  /**
   * Section 3.3.11. A text keeps its line breaks, whichever kind they are, and its tabs; it can
   * hold no other control character.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '\\', ';', ',' -> escaped.append('\\').append(character);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append(text.startsWith("\n", i + 1) ? "" : "\\n");
        case '\t' -> escaped.append('\t');
        default -> escaped.append(isControl(character) ? ' ' : character);
      }
    }
    return escaped.toString();
  }

  /**
   * Section 3.2: the value of a parameter can hold neither a double quote nor a control character,
   * and is quoted where a delimiter would end it; RFC 6868: a circumflex is doubled.
   */
  private static String quoted(String value) {
    String oneLine = hasControl(value) ? CONTROL.matcher(value).replaceAll(" ") : value;
    String plain = oneLine.replace('"', '\'').strip().replace("^", "^^");
    return plain.chars().anyMatch(IcsWriter::wantsQuotes) ? '"' + plain + '"' : plain;
  }

  private static boolean wantsQuotes(int character) {
    return character == ':' || character == ';' || character == ',' || character >= 0x80;
  }

  /** Section 3.1: at most 75 octets of UTF-8 before each CRLF, and no character is cut in two. */
  private IcsWriter line(CharSequence line) {
    if (3 * line.length() <= MAX_OCTETS) {
      lines.append(line).append("\r\n");
      return this;
    }
    int octets = 0;
    int begin = 0;
    for (int i = 0; i < line.length(); ) {
      int character = Character.codePointAt(line, i);
      if (octets + octets(character) > MAX_OCTETS) {
        lines.append(line, begin, i).append("\r\n ");
        begin = i;
        octets = 1;
      }
      octets += octets(character);
      i += Character.charCount(character);
    }
    lines.append(line, begin, line.length()).append("\r\n");
    return this;
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }

  private static boolean hasControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (isControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isControl(char character) {
    return character < ' ' || character == 0x7f;
  }
}
