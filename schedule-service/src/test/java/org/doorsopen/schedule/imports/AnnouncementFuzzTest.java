package org.doorsopen.schedule.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.util.HexFormat;
import java.util.List;
import org.doorsopen.fixtures.Mutations;
import org.junit.jupiter.api.Test;

/** The inputs of {@code ./doors fuzz} from a seed instead. */
class AnnouncementFuzzTest {

  /** The first letter is the form: a multiple of three is a text, and so on. */
  private static final List<String> BEGINS =
      List.of(
          "cRust Berlin\n3 December 2030, Europe/Berlin, 18:30 – 21:00\n80 seats\n18:30 Doors",
          "c31. Februar 2030, 25:61 Uhr\n19:00 Traits by Jana Berger (Example Bank)",
          "aBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20301203T183000\n"
              + "DURATION:PT2H\nSUMMARY:An\\nevening\n folded\nEND:VEVENT\nEND:VCALENDAR",
          "b<script type='application/ld+json'>{\"@type\": \"Event\", \"name\": \"x\","
              + "\"maximumAttendeeCapacity\": 1e77777777777777, \"startDate\": 5}</script>",
          "b<div itemscope itemtype='https://schema.org/Event'><b itemprop='name'>x</b>"
              + "<time itemprop='startDate' datetime='2030-12-03'></time></div>");

  @Test
  void readsOrRefusesWhateverComes() {
    Mutations mutations = new Mutations(25, BEGINS);
    BEGINS.forEach(text -> tried(text.getBytes(UTF_8)));
    for (int i = 0; i < 2_000; i++) {
      tried(mutations.next());
    }
  }

  private static void tried(byte[] input) {
    try {
      AnnouncementFuzz.fuzzerTestOneInput(input);
    } catch (RuntimeException | AssertionError e) {
      fail("For " + HexFormat.of().formatHex(input) + ", " + new String(input, UTF_8), e);
    }
  }
}
