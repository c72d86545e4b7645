package org.doorsopen.schedule.imports.domain.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A content line of a calendar (RFC 5545, section 3.1), unfolded, its name and parameters in
 * capitals.
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

  ContentLine {
    parameters = Map.copyOf(parameters);
  }

  /** The lines of a calendar; what is none is left out. */
  static List<ContentLine> in(String calendar) {
    var lines = new ArrayList<ContentLine>();
    var unfolded = new StringBuilder();
    for (String line : calendar.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      if (line.startsWith(" ") || line.startsWith("\t")) {
        unfolded.append(line, 1, line.length());
      } else {
        add(unfolded.toString(), lines);
        unfolded = new StringBuilder(line);
      }
    }
    add(unfolded.toString(), lines);
    return lines;
  }

  private static void add(String line, List<ContentLine> lines) {
    int colon = outsideOfQuotes(line, ':', 0);
    if (colon <= 0) {
      return;
    }
    var parameters = new HashMap<String, String>();
    int nameEnd = outsideOfQuotes(line, ';', 0);
    int from = nameEnd < 0 || nameEnd > colon ? colon : nameEnd;
    String name = line.substring(0, from).strip().toUpperCase(Locale.ROOT);
    while (from < colon) {
      int next = outsideOfQuotes(line, ';', from + 1);
      int end = next < 0 || next > colon ? colon : next;
      parameter(line.substring(from + 1, end), parameters);
      from = end;
    }
    int dot = name.lastIndexOf('.');
    lines.add(new ContentLine(name.substring(dot + 1), parameters, line.substring(colon + 1)));
  }

  private static void parameter(String text, Map<String, String> parameters) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      String value = text.substring(equals + 1).replace("\"", "");
      parameters.putIfAbsent(text.substring(0, equals).strip().toUpperCase(Locale.ROOT), value);
    }
  }

  private static int outsideOfQuotes(String line, char sign, int from) {
    boolean isQuoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      isQuoted ^= c == '"';
      if (c == sign && !isQuoted) {
        return i;
      }
    }
    return -1;
  }

  @Nullable String parameter(String parameter) {
    return parameters.get(parameter);
  }

  /** The value as text, without escapes (section 3.3.11). */
  String text() {
    var text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\' || i + 1 == value.length()) {
        text.append(c);
        continue;
      }
      i++;
      char escaped = value.charAt(i);
      text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
    }
    return text.toString();
  }
}
