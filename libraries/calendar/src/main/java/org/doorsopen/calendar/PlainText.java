package org.doorsopen.calendar;

import java.util.regex.Pattern;

/** Text as a calendar can hold it. */
public final class PlainText {

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  private PlainText() {}

  /**
   * RFC 5545, section 3.3.11: line breaks, which ical4j escapes, and no other control character but
   * the tab.
   */
  public static String of(String text) {
    return CONTROL.matcher(LINE_BREAK.matcher(text).replaceAll("\n")).replaceAll(" ");
  }
}
