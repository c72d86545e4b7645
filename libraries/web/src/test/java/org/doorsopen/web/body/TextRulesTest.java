package org.doorsopen.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "O'Brien",
        "O’Brien",
        "Nuñez-García",
        "山田 太郎",
        "Jean-Luc d'Arc",
        "Müller (née Ö.)",
        "John Q. Public, Jr.",
        "J.R.R. Tolkien",
        "J.R.R.Tolkien",
        "Dr.Müller",
        "Dr.Li",
        "Ma.Theresa Cruz",
        "Md.Ali",
        "St.Claire",
        "Dwayne “The Rock” Johnson",
        "Dwayne \"The Rock\" Johnson",
        "Louis 14",
        "X Æ A-12",
        "Ann & Bob",
        "!Xóõ ǃKung",
        "Hawaiʻi Kealoha",
        "D’Angelo",
        "Ngũgĩ wa Thiong'o",
        "İbrahim Işık",
        "Þórður Ægisson",
        "Łukasz Żółć",
        "Nguyễn Thị Ánh",
        "N\\u0303un\\u0303ez",
        "Zoë",
        "Ѓорѓи",
        "Ελένη Παπαδοπούλου",
        "Володимир",
        "שרה כהן",
        "ז'בוטינסקי",
        "צה״ל",
        "محمد بن عبد الله",
        "علی\\u200cرضا",
        "فاطمه زهرا\\u200c",
        "राजेश शर्मा",
        "क्\\u200dष",
        "क्\\u200cष",
        "डॉ.शर्मा",
        "ශ්\\u200dරී",
        "தமிழ்ச்செல்வன்",
        "สมชาย ใจดี",
        "សុខ\\u200bសុវណ្ណ",
        "မောင်",
        "김철수",
        "葛\\udb40\\udd00城",
        "ሀበሻ",
        "ᠮᠣᠩᠭᠣᠯ\\u180bᠪ",
        "Ana 🎉",
        "Sam 👩\\u200d👩\\u200d👧",
        "Kim 👍🏽",
        "Lea ❤\\ufe0f",
        "=?UTF-8?Q?Doors_Open_Team?=",
        "=2+3",
        "x"
      })
  void takesTheNamesOfTheWorld(String name) {
    String typed = unescaped(name);

    assertThat(NameRules.fault(typed)).as(typed).isNull();
    assertThat(TextRules.faultOfLine(typed)).as(typed).isNull();
    assertThat(TextRules.isBlank(typed)).as(typed).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WIN 500 EUR NOW https://evil.example/x?u=1",
        "Cheap at www.evil.example",
        "Cheap at WWW . evil",
        "https:evil",
        "ｈｔｔｐｓ：／／evil",
        "mailto:eve",
        "javascript:alert(1)",
        "evil.example",
        "evil.sbs now",
        "Evil.Com",
        "EVIL.RU",
        "evil。com",
        "evil．com",
        "evil․com",
        "1.2.3.4",
        "bit.ly",
        "bücher.de",
        "ada@example.org",
        "ada＠example",
        "Ann/Bob",
        "Ann／Bob",
        "c℅",
        "a\\\\b",
        "<b>Ada</b>",
        "{{7*7}}",
        "${jndi}",
        "100 %",
        "100 €",
        "$$$",
        "Call 0900 1234567",
        "Call ٠٩٠٠١٢٣",
        "Ada\\u200bLovelace",
        "Ada\\u200dLovelace",
        "Ada\\u00adLovelace",
        "Ada\\u2060Lovelace",
        "А\\u200cда",
        "Ada\\udb40\\udc41",
        "Ada\\u3164Lovelace"
      })
  void refusesNamesThatAreLinksOrHideSomething(String name) {
    assertThat(NameRules.fault(unescaped(name))).isNotNull().matches("must (be|not contain) .+");
  }

  @Test
  void saysWhatAPersonMayDoWhoseNameReadsLikeALink() {
    assertThat(NameRules.fault("john.smith"))
        .isEqualTo(
            "must be a name, not a link or an advertisement: \"john.smith\" reads like the address"
                + " of a page; put a space after the full stop");
  }

  @ParameterizedTest
  @CsvSource({
    "\\u202eevil, U+202E (right-to-left override)",
    "a\\u202ab, U+202A (left-to-right embedding)",
    "a\\u202bb, U+202B (right-to-left embedding)",
    "a\\u202cb, U+202C (pop directional formatting)",
    "a\\u202db, U+202D (left-to-right override)",
    "a\\u2066b, U+2066 (left-to-right isolate)",
    "Title \\u2067, U+2067 (right-to-left isolate)",
    "a\\u2068b, U+2068 (first strong isolate)",
    "a\\u2069b, U+2069 (pop directional isolate)",
    "a\\ufeffb, U+FEFF (zero width no-break space)",
    "a\\ufff9b, U+FFF9 (interlinear annotation anchor)",
    "a\\u206ab, U+206A (inhibit symmetric swapping)",
    "a\\uffffb, U+FFFF",
    "a\\ufdd0b, U+FDD0"
  })
  void refusesWhatTurnsOtherTextAroundInLinesAndTexts(String text, String name) {
    assertThat(TextRules.faultOfLine(unescaped(text))).contains(name);
    assertThat(TextRules.faultOfText(unescaped(text))).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\\u00a0",
        "\\u3000",
        "\\u200b",
        "\\ufeff",
        "\\u2060",
        "\\u00ad",
        "\\u034f",
        "\\u061c",
        "\\u115f",
        "\\u1160",
        "\\u3164",
        "\\uffa0",
        "\\u17b4",
        "\\u180e",
        "\\u200d",
        "\\u200e",
        "\\u2062",
        "\\u2800",
        "\\ufe0f",
        "\\ufff0",
        "\\ufffc",
        "\\u0301",
        "\\u0301\\u0302",
        " \\u20dd",
        "\\u0903",
        "\\u0e31",
        "\\ud834\\udd59",
        "\\ud834\\udd73",
        "\\ud80d\\udc41",
        "\\udb40\\udc41",
        "\\udb40\\udd00",
        "\\ue000",
        "\\u0378",
        "\\u200b \\u00a0\\u0301"
      })
  void callsBlankWhateverShowsNothing(String text) {
    assertThat(TextRules.isBlank(unescaped(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "\\u00a0", "\\u2007", "\\u202f", "\\u3000", "\\u0085", "\\u2028", "\\ufeff", "\\u200b",
        "\\u2060"
      })
  void takesSpaceOfAnyWidthAwayAroundAText(String space) {
    assertThat(TextRules.stripped(unescaped(space + "Ada " + space))).isEqualTo("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u202a", "\\u202c", "\\u200e", "\\u200f", "\\u00ad", "\\ufe0f", "\\u200d", "\\u2069",
        "\\ufeff", "\\u00a0"
      })
  void takesEverythingUnseenAwayAroundAnAddress(String unseen) {
    assertThat(TextRules.bare(unescaped(unseen + " ada@example.org" + unseen)))
        .isEqualTo("ada@example.org");
  }

  @Test
  void leavesTheFormOfAnEmojiAtTheEndOfAText() {
    assertThat(TextRules.stripped(unescaped("Lea ❤\\ufe0f "))).isEqualTo(unescaped("Lea ❤\\ufe0f"));
  }

  /** A character that is not seen is written as an escape here. */
  private static String unescaped(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(escape ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }
}
