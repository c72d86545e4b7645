package org.doorsopen.calendar;

/** Text as a calendar can hold it. */
public final class PlainText {

  private PlainText() {}

  /**
   * RFC 5545, section 3.3.11: line breaks, which ical4j escapes, and no other control character but
   * the tab.
   */
  public static String of(String text) {
    return text.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }
}
