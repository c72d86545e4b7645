package org.doorsopen.pages.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolatesTest {

  @ParameterizedTest
  @ValueSource(strings = {"שרה כהן", "ערב Rust", "محمد", "مساء 18", "ދިވެހި", "ܣܘܪܝܝܐ", "Rust ערב"})
  void keepTextFromTurningAroundWhatStandsBesideIt(String text) {
    String isolated = Isolates.of(text);

    assertThat(isolated).isEqualTo("\u2068" + text + "\u2069");
    // The time after a title is not drawn into it.
    assertThat(levelOfTheTimeAfter(isolated)).isLessThanOrEqualTo(levelOfTheTimeAfter("Rust"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada", "Nuñez-García", "山田 太郎", "राजेश", "Ана", "", "2027-03-05 18:00"})
  void leaveOtherTextAsItIs(String text) {
    assertThat(Isolates.of(text)).isEqualTo(text);
  }

  @Test
  void leaveNumbersToTheMessage() {
    assertThat(Isolates.in("שרה", 3, null)).containsExactly("\u2068שרה\u2069", 3, null);
  }

  private static int levelOfTheTimeAfter(String title) {
    String line = title + " (18:00)";
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
    return bidi.getLevelAt(line.length() - 1);
  }
}
