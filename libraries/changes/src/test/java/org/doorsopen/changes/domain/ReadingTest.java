package org.doorsopen.changes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values read the same; control and other invisible characters are written as escapes. */
class ReadingTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          letters with marks, composed or not | Caf\\u00e9 | Cafe\\u0301
          several marks in another order | q\\u0307\\u0323 | q\\u0323\\u0307
          Korean syllables and their parts | \\uac00 | \\u1100\\u1161
          the sign of the ohm, and omega | 5 \\u2126 | 5 \\u03a9
          the degree Kelvin, and K | 3 \\u212a | 3 K
          the sign for micro, and mu | 5 \\u00b5s | 5 \\u03bcs
          a ligature | \\ufb01le | file
          letters of Arabic in their shapes | \\ufefb | \\u0644\\u0627
          numerals of Rome | Part \\u2161 | Part II
          dots | and so on\\u2026 | and so on...
          a hyphen that does not break | e\\u2011mail | e-mail
          a space that does not break | Rust\\u00a0night | Rust night
          a narrow one | 18\\u202fUhr | 18 Uhr
          an ideographic one | \\u6771\\u3000\\u4eac | \\u6771 \\u4eac
          several spaces and tabs | Rust \\t  night | Rust night
          spaces at both ends | \\u0020Rust night\\u2003 | Rust night
          line ends of Windows | one\\r\\ntwo | one\\ntwo
          line ends of old Macs, and of Unicode | one\\rtwo\\u2028three | one\\ntwo\\nthree
          spaces at the end of a line | one  \\ntwo | one\\ntwo
          many empty lines | one\\n\\n\\n\\ntwo | one\\n\\ntwo
          an empty line of spaces | one\\n \\ntwo | one\\n\\ntwo
          a byte order mark | \\ufeffRust night | Rust night
          a space without width | Rust\\u200b night | Rust night
          a hyphen for the end of a line | Kuber\\u00adnetes | Kubernetes
          marks of direction | \\u200fשלום\\u200e | שלום
          isolates | \\u2068Rust\\u2069 night | Rust night
          how an emoji is drawn | \\u2764\\ufe0f | \\u2764
          nothing, and spaces | "" | \\u00a0
          """)
  void isTheSameFor(String what, String one, String other) {
    assertThat(Reading.same(unescaped(one), unescaped(other))).isTrue();
    assertThat(Reading.same(unescaped(other), unescaped(one))).isTrue();
    assertThat(Reading.digest(List.of(unescaped(one))))
        .isEqualTo(Reading.digest(List.of(unescaped(other))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          another word | Rust night | Go night
          upper case | rust night | Rust night
          a mark | Cafe | Caf\\u00e9
          a small digit | x\\u00b2 | x2
          a fraction | \\u00bd | 1/2
          a wide letter | \\uff21 | A
          a circle around it | \\u2460 | 1
          a bold letter of mathematics | \\ud835\\udc00 | A
          a dash | a - b | a \\u2013 b
          a quotation mark | "it's" | it\\u2019s
          a letter of another script | \\u0430 | a
          a line break | one two | one\\ntwo
          a new paragraph | one\\ntwo | one\\n\\ntwo
          no space | Rustnight | Rust night
          a joiner between letters | \\u0645\\u06cc\\u200c\\u062e | \\u0645\\u06cc\\u062e
          a variant of an ideograph | \\u845b\\udb40\\udd00 | \\u845b
          a joined emoji | \\ud83d\\udc69\\u200d\\ud83d\\udcbb | \\ud83d\\udc69\\ud83d\\udcbb
          another order of letters | \\u202eabc | abc
          """)
  void isAnotherFor(String what, String one, String other) {
    assertThat(Reading.same(unescaped(one), unescaped(other))).isFalse();
    assertThat(Reading.digest(List.of(unescaped(one))))
        .isNotEqualTo(Reading.digest(List.of(unescaped(other))));
  }

  @Test
  void isTheSameForAMissingTextAndOneThatShowsNothing() {
    assertThat(Reading.same(null, "")).isTrue();
    assertThat(Reading.same(null, "\u200b")).isTrue();
    assertThat(Reading.same((String) null, null)).isTrue();
    assertThat(Reading.same(null, "x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://meet.example/1, HTTPS://Meet.Example/1, true",
    "https://meet.example, https://meet.example/, true",
    "https://meet.example:443/1, https://meet.example/1, true",
    "http://meet.example:80, http://meet.example/, true",
    "https://meet.example/1?a=b#c, https://MEET.example/1?a=b#c, true",
    "https://meet.example/1, https://meet.example/1/, false",
    "https://meet.example/a, https://meet.example/A, false",
    "https://meet.example:8443/, https://meet.example/, false",
    "http://meet.example/, https://meet.example/, false",
    "https://meet.example/?a, https://meet.example/?b, false",
    "https://meet.example/#a, https://meet.example/, false",
    "https://me@meet.example/, https://meet.example/, false",
    "https://münchen.example/1, https://münchen.example/1, true",
    "https://münchen.example/1, https://münchen.example/2, false",
  })
  void ofAddressesIsTheSameWhereTheyLeadToOnePage(String one, String other, boolean same) {
    assertThat(Reading.sameAddress(one, other)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-07-02T18:00:00+02:00, 2027-07-02T18:00:30+02:00, true",
    "2027-07-02T18:00:00+02:00, 2027-07-02T18:00:00.500+02:00, true",
    "2027-07-02T18:00:00+02:00, 2027-07-02T16:00:00Z, true",
    "2027-07-02T18:00:59.999+02:00, 2027-07-02T21:30:00+05:30, true",
    "2027-07-02T17:59:59.999+02:00, 2027-07-02T18:00:00+02:00, false",
    "2027-07-02T18:00:00+02:00, 2027-07-02T18:01:00+02:00, false",
    "2027-07-02T18:00:00+02:00, 2027-07-02T18:00:00+01:00, false",
  })
  void ofTimesIsTheSameWithinAMinute(OffsetDateTime one, OffsetDateTime other, boolean same) {
    assertThat(Reading.same(one.toInstant(), other.toInstant())).isEqualTo(same);
  }

  /** Texts of such characters are taken as they are, which has to be what the work would give. */
  @Test
  void needsNoWorkForCharactersOfOneForm() {
    for (char character = 0; character < Character.MAX_VALUE; character++) {
      String text = "a" + character + "b";
      if (Reading.isPlain(text)) {
        assertThat(Reading.of(text + "\u00a0")).isEqualTo(text);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(Character.getType(character)).isNotEqualTo(Character.NON_SPACING_MARK);
      }
    }
    assertThat(Reading.isPlain("Größe & Maß, „東京“ – 서울")).isTrue();
    assertThat(Reading.isPlain("two  spaces")).isFalse();
    assertThat(Reading.isPlain(" one in front")).isFalse();
    assertThat(Reading.isPlain("one behind ")).isFalse();
    assertThat(Reading.isPlain("e\u0301")).isFalse();
  }

  @Test
  void tellsATimeFromNone() {
    assertThat(Reading.same(Instant.EPOCH, null)).isFalse();
    assertThat(Reading.same((Instant) null, null)).isTrue();
  }

  @Test
  void keepsTextsApartThatAreDigestedTogether() {
    assertThat(Reading.digest(List.of("ab", "c"))).isNotEqualTo(Reading.digest(List.of("a", "bc")));
    assertThat(Reading.digest(List.of("a", ""))).isNotEqualTo(Reading.digest(List.of("", "a")));
  }

  /** Escapes as Java writes them: those of Unicode and those of {@code translateEscapes}. */
  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString().translateEscapes();
  }
}
