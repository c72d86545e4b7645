package org.doorsopen.chaos.inputs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Makes texts of the kinds that a route takes which is not for JSON: of lines in any order. */
final class Texts {

  private static final List<String> ANNOUNCEMENT =
      List.of(
          "Rust Berlin",
          "3 December 2030, Europe/Berlin, 18:30 – 21:00",
          "Mittwoch, 31. Februar 2030, 25:61 Uhr",
          "80 seats",
          "99999999999999999999 seats",
          "18:30 Doors",
          "19:00 Traits by Jana Berger (Example Bank)",
          "6pm–8pm",
          "Venue: Example Bank, Friedrichstr. 1, 10117 Berlin",
          "https://example.org/evening?x=\"><script>",
          "- - - - -",
          "\t\t•",
          "|".repeat(3_000),
          "(".repeat(3_000));

  private static final List<String> CALENDAR =
      List.of(
          "BEGIN:VCALENDAR",
          "BEGIN:VEVENT",
          "DTSTART;TZID=Europe/Berlin:20301203T183000",
          "DTSTART;VALUE=DATE:20301203",
          "DTSTART:99999999T999999Z",
          "DTEND;TZID=\"Mars/Olympus\":20301203T210000",
          "DURATION:P99999999999D",
          "RRULE:FREQ=SECONDLY;COUNT=2147483647",
          "SUMMARY:An \\, evening\\nof two lines",
          " folded",
          "DESCRIPTION;ALTREP=\"cid:x:",
          "LOCATION:Berlin\\",
          "GEO:1e400;NaN",
          "BEGIN:VTIMEZONE",
          "TZID:Europe/Berlin",
          "END:VTIMEZONE",
          "END:VEVENT",
          "END:VCALENDAR");

  private static final List<String> PAGE =
      List.of(
          "<html lang='de'><meta charset='utf-16'>",
          "<script type='application/ld+json'>{\"@type\":\"Event\",\"name\":\"Evening\","
              + "\"startDate\":\"2030-12-03T18:30\"}</script>",
          "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Event\",1]}]}</script>",
          "<script type='application/ld+json'>" + "[".repeat(2_000) + "</script>",
          "<time datetime='2030-12-03T18:30+01:00'>",
          "<div itemscope itemtype='https://schema.org/Event'><b itemprop='name'>Evening</b>",
          "<table><tr><td>18:30<td>Doors</table>",
          "<div>".repeat(3_000),
          "&#0;&#x110000;&nbsp;&lt;p&gt;",
          "<!-- ",
          "<![CDATA[",
          "<a href='javascript:alert(1)'>Sign up</a>");

  private final Draw draw;

  Texts(Draw draw) {
    this.draw = draw;
  }

  /**
   * @param type of the content
   */
  byte[] of(String type) {
    List<String> lines =
        type.contains("calendar") ? CALENDAR : type.contains("html") ? PAGE : ANNOUNCEMENT;
    var text = new StringBuilder();
    int size = draw.oneIn(30) ? 3_000 : draw.below(30);
    for (int i = 0; i < size; i++) {
      text.append(draw.oneIn(6) ? draw.text() : draw.of(lines));
      text.append(draw.oneIn(10) ? "\r" : draw.oneIn(4) ? "\r\n" : "\n");
    }
    return text.toString().getBytes(draw.oneIn(10) ? ISO_8859_1 : UTF_8);
  }
}
