package org.doorsopen.notification.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.changes.domain.AMeetup.aMeetup;
import static org.doorsopen.changes.domain.AMeetup.at;
import static org.doorsopen.changes.domain.AMeetup.titled;
import static org.doorsopen.changes.domain.AMeetup.with;
import static org.doorsopen.changes.domain.AMeetup.withOnline;
import static org.doorsopen.notification.letters.Samples.LINK;
import static org.doorsopen.notification.letters.Samples.because;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.doorsopen.calendar.CalendarEntry;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailFacts.Reason;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  private static final String CANCEL = LINK + "#cancel";

  private final LetterTemplates templates = new LetterTemplates();

  @ParameterizedTest
  @EnumSource
  void saysTheSameInTextAndInHtmlWithOneLinkToTheRsvp(MailKind kind) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Letter letter = Samples.letter(Samples.of(kind, locale));

      String text = templates.text(letter);
      String html = templates.html(letter);

      assertThat(letter.subject()).contains("Kubernetes & Cloud Native Berlin");
      assertThat(letter.paragraphs()).isNotEmpty().allSatisfy(p -> assertThat(text).contains(p));
      assertThat(wordsOfHtml(html)).isEqualTo(wordsOfText(text));
      assertThat(text.replace(CANCEL, "")).containsOnlyOnce(LINK);
      assertThat(text).doesNotContain("\n\n\n").doesNotContain("??");
      assertThat(html).containsOnlyOnce("href=\"" + LINK + "\"").doesNotContain("??");
    }
  }

  /** People who do not come know it when they are reminded, and read no further. */
  @Test
  void asksFirstInAReminderWhetherItsReaderCannotComeAndLeadsToTheButton() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      Letter letter = Samples.letter(Samples.of(MailKind.REMINDER, locale));
      String told = letter.paragraphs().getFirst();

      assertThat(templates.text(letter)).containsOnlyOnce(CANCEL).containsSubsequence(CANCEL, told);
      assertThat(templates.html(letter))
          .containsOnlyOnce("href=\"" + CANCEL + "\"")
          .containsSubsequence(CANCEL, told.replace("&", "&amp;"));
    }
    assertThat(text(Samples.of(MailKind.REMINDER, Locale.ENGLISH)))
        .contains("Can’t come? One tap frees your 3 seats.");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REMINDER")
  void asksItInNoOtherMail(MailKind kind) {
    assertThat(text(Samples.of(kind, Locale.ENGLISH))).doesNotContain(CANCEL);
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheAddressOfTheOnlineRoomToThoseWithASeatAlone(MailKind kind) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      LetterContext seated = Samples.of(kind, locale, withOnline(aMeetup(), Samples.ONLINE));

      boolean told = text(seated).contains(Samples.ONLINE);
      assertThat(told).isEqualTo(LetterKind.of(kind).forComing());
      for (Standing standing : Arrays.asList(Standing.WAITLISTED, Standing.RELEASED, null)) {
        Letter letter = Samples.letter(because(Samples.standing(seated, standing), Reason.UNKNOWN));
        assertThat(templates.text(letter)).doesNotContain(Samples.ONLINE);
        assertThat(templates.html(letter)).doesNotContain(Samples.ONLINE);
      }
    }
  }

  @Test
  void needsNoImageAndNothingFromElsewhereToBeRead() {
    String html =
        templates.html(Samples.letter(Samples.of(MailKind.SCHEDULE_CHANGED, Locale.ENGLISH)));

    assertThat(html).doesNotContain("<img").doesNotContain("url(").doesNotContain("src=");
    assertThat(html)
        .contains("name=\"viewport\"")
        .contains("name=\"color-scheme\"")
        .contains("prefers-color-scheme: dark");
  }

  @Test
  void hasAllWordsInBothLanguages() throws IOException {
    assertThat(bundle("messages_de.properties").keySet())
        .isEqualTo(bundle("messages.properties").keySet());
  }

  @Test
  void tellsTheTimeInTheZoneOfTheMeetupAndNamesItsOffset() {
    LetterContext context = Samples.of(MailKind.SEAT_CONFIRMED, Locale.ENGLISH);

    assertThat(text(context))
        .contains("When: Thursday, 14 March 2024, 18:00–21:30 (Europe/Berlin, UTC+01:00)")
        .contains("- 18:30–19:00 Handling incidents (Nele Uhlemann)")
        .contains("Seats: 3\n");
  }

  @Test
  void namesBothOffsetsOfANightInWhichTheClocksAreTurned() {
    Meetup night =
        with(
            aMeetup(),
            Instant.parse("2024-10-26T22:00:00Z"),
            Instant.parse("2024-10-27T02:00:00Z"),
            "Europe/Berlin");

    assertThat(text(Samples.of(MailKind.SEAT_WAITLISTED, Locale.ENGLISH, night)))
        .contains(
            "Sunday, 27 October 2024, 00:00–03:00 (Europe/Berlin, UTC+02:00, at the end UTC+01:00)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en     | Thursday, 14 March 2024, 18:00–21:30
          en-GB  | Thursday, 14 March 2024, 18:00–21:30
          en-US  | Thursday, March 14, 2024, 6:00 PM–9:30 PM
          de     | Donnerstag, 14. März 2024, 18:00–21:30 Uhr
          de-AT  | Donnerstag, 14. März 2024, 18:00–21:30 Uhr
          fr-FR  | Thursday, 14 March 2024, 18:00–21:30
          en-ZZ  | Thursday, 14 March 2024, 18:00–21:30
          th-TH-u-ca-buddhist-nu-thai | Thursday, 14 March 2024, 18:00–21:30
          en-GB-u-ca-buddhist | Thursday, 14 March 2024, 18:00–21:30
          """)
  void writesDatesAsTheReadersRegionDoesInALanguageThatItHasWordsIn(String asked, String when) {
    LetterContext context = Samples.of(MailKind.SEAT_CONFIRMED, Locale.forLanguageTag(asked));

    assertThat(text(context).replace('\u202f', ' ')).contains(when);
  }

  @ParameterizedTest
  @CsvSource({
    "en,    1, You have 1 seat:,         you have a seat.",
    "en,    2, You have 2 seats:,        you have 2 seats.",
    "de,    1, Du hast einen Platz:,     Du hast einen Platz.",
    "de, 1200, Du hast 1.200 Plätze:,    Du hast 1.200 Plätze."
  })
  void countsSeats(Locale locale, int seats, String inSubject, String inText) {
    Letter letter =
        Samples.letter(Samples.holding(Samples.of(MailKind.SEAT_CONFIRMED, locale), seats));

    assertThat(letter.subject()).startsWith(inSubject);
    assertThat(templates.text(letter)).contains(inText);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\u0085", "\u000B"})
  void keepsTheLinesOfANoteInEveryMailProgram(String end) {
    Letter letter =
        Samples.letter(
            Samples.telling(
                Samples.of(MailKind.MEETUP_CANCELLED, Locale.ENGLISH),
                List.of(),
                List.of("One < two" + end + end + "  three" + end)));

    String html = templates.html(letter);
    assertThat(html.replace("\n", "")).contains("One &lt; two<br><br>  three</p>");
    assertThat(html).doesNotContain("white-space");
    assertThat(templates.text(letter)).contains("One < two\n\n  three\n");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhereThereIsAnEntryThatDecliningItGivesNoSeatBack(MailKind kind) {
    LetterContext context = Samples.of(kind, Locale.ENGLISH);
    boolean hasEntry = Invitations.method(context) == CalendarEntry.Method.REQUEST;

    assertThat(text(context).contains("does not give the seat back: please use the link"))
        .isEqualTo(hasEntry);
  }

  @Test
  void linksToWhatTheVenueSaysOrToAMap() {
    Meetup unlinked = with(aMeetup(), new Meetup.Venue("c-base", "Rungestraße 20, Berlin", null));
    Meetup nowhere = with(aMeetup(), new Meetup.Venue("c-base", null, "javascript:alert(1)"));

    assertThat(text(Samples.of(MailKind.SEAT_CONFIRMED, Locale.ENGLISH)))
        .contains(
            "Where: Mercedes-Benz.io, Berlin Mitte\nHow to get there: https://maps.example/berlin\n");
    assertThat(text(Samples.of(MailKind.SEAT_CONFIRMED, Locale.ENGLISH, unlinked)))
        .contains("https://www.openstreetmap.org/search?query=Rungestra%C3%9Fe+20%2C+Berlin\n");
    assertThat(
            templates.html(
                Samples.letter(Samples.of(MailKind.SEAT_CONFIRMED, Locale.ENGLISH, nowhere))))
        .contains("https://www.openstreetmap.org/search?query=c-base\"")
        .doesNotContain("javascript:");
  }

  @Test
  void tellsWhatChangedBeforeAndAfter() {
    Meetup now = with(aMeetup(), at("18:30"), at("21:30"), "Europe/Berlin");
    LetterContext context =
        Samples.telling(
            Samples.of(MailKind.SCHEDULE_CHANGED, Locale.ENGLISH, now),
            Difference.between(aMeetup(), now),
            List.of("The doors are stuck.\nSorry!"));

    assertThat(text(context))
        .contains("From the organizers\nThe doors are stuck.\nSorry!\n")
        .contains(
            "- Time: Thursday, 14 March 2024, 18:30–21:30 (Europe/Berlin, UTC+01:00)."
                + " Before: Thursday, 14 March 2024, 18:00–21:30 (Europe/Berlin, UTC+01:00).");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void hasWordsForEveryReasonOfARefusal(DeclineReason reason) throws IOException {
    assertThat(bundle("messages_de.properties")).containsKey("RSVP_DECLINED." + reason);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNKNOWN", "ERASURE"})
  void hasWordsForEveryReasonOfACancellation(ReleaseReason reason) throws IOException {
    assertThat(bundle("messages_de.properties")).containsKey("RSVP_CANCELLED." + reason);
  }

  @Test
  void escapesWhateverSomebodyWrote() {
    Meetup meetup = titled(aMeetup(), "<script>alert('{0} ${7*7} [[${letter}]]')</script> & <b>");

    Letter letter = Samples.letter(Samples.of(MailKind.SEAT_CONFIRMED, Locale.ENGLISH, meetup));

    assertThat(templates.html(letter))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(&#39;{0} ${7*7} [[${letter}]]&#39;)&lt;/script&gt; &amp;");
    assertThat(templates.text(letter)).contains(meetup.title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | RSVPs open on Thursday, 29 February 2024, 17:00 (Europe/Berlin, UTC+01:00), and you
          en-US | RSVPs open on Thursday, February 29, 2024, 5:00 PM (Europe/Berlin, UTC+01:00), and you
          de    | Die Anmeldung beginnt am Donnerstag, 29. Februar 2024, 17:00 (Europe/Berlin, UTC+01:00),
          """)
  void saysWhenRsvpsOpenToPeopleWhoAskedBeforeThat(String language, String when) {
    LetterContext early =
        Samples.because(
            Samples.of(MailKind.RSVP_DECLINED, Locale.forLanguageTag(language)),
            MailFacts.Reason.RSVPS_NOT_OPEN);

    assertThat(text(early).replace('\u202f', ' ')).contains(when);
  }

  @Test
  void declinesAnUnknownMeetupWithoutATitle() {
    LetterContext context =
        Samples.because(
            Samples.of(MailKind.RSVP_DECLINED, Locale.ENGLISH, null),
            MailFacts.Reason.UNKNOWN_MEETUP);

    assertThat(text(context)).contains("There is no such meetup").doesNotContain("null");
  }

  private String text(LetterContext context) {
    return templates.text(Samples.letter(context));
  }

  /** The words that a reader sees, and the addresses of links, each after its label. */
  private static String wordsOfHtml(String html) {
    String seen =
        html.replaceAll("(?s)<head>.*</head>", "")
            .replaceAll("<a [^>]*href=\"([^\"]*)\"[^>]*>([^<]*)</a>", "$2 $1")
            .replaceAll("<[^>]*>", " ")
            .replace("&amp;", "&");
    return words(seen.replaceAll("(https?://\\S+)\\s+\\1", "$1"));
  }

  private static String wordsOfText(String text) {
    return words(text.replaceAll("(?m)^- ", "").replace("\n-- \n", "\n"));
  }

  private static String words(String text) {
    return text.replaceAll(":(\\s)", "$1").replaceAll("\\s+", " ").strip();
  }

  private static Properties bundle(String bundle) throws IOException {
    Properties words = new Properties();
    try (InputStream in = LettersTest.class.getResourceAsStream("/letters/" + bundle)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }
}
