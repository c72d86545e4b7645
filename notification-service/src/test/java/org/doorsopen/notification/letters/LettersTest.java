package org.doorsopen.notification.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.announcements.domain.AMeetup.aMeetup;
import static org.doorsopen.notification.announcements.domain.AMeetup.at;
import static org.doorsopen.notification.announcements.domain.AMeetup.titled;
import static org.doorsopen.notification.announcements.domain.AMeetup.with;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.doorsopen.notification.announcements.Recipient;
import org.doorsopen.notification.announcements.domain.Difference;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.announcements.domain.Standing;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.delivery.MailFacts;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.delivery.MailStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class LettersTest {

  private static final String LINK = "https://doors.example/rsvps/1?token=a.b";

  private final LetterTemplates templates = new LetterTemplates();
  private final LetterWriter writer = new LetterWriter(messages());

  @ParameterizedTest
  @EnumSource
  void saysTheSameInTextAndInHtmlWithOneLink(MailKind kind) {
    Letter letter = writer.write(anOccasion(kind, aMeetup(), MailFacts.reason("FULL")));

    String text = templates.text(letter);
    String html = templates.html(letter);

    assertThat(letter.subject()).contains("Kubernetes & Cloud Native Berlin");
    assertThat(letter.paragraphs()).isNotEmpty().allSatisfy(p -> assertThat(text).contains(p));
    assertThat(asText(html)).isEqualTo(asText(text.replaceAll("(?m)^- ", "").replace(LINK, "")));
    assertThat(text).containsOnlyOnce(LINK).doesNotContain("\n\n\n").doesNotContain("??");
    assertThat(html).containsOnlyOnce("href=\"" + LINK + "\"").doesNotContain("??");
  }

  @Test
  void tellsTheTimeInTheZoneOfTheMeetupAndNamesIt() {
    String text = text(anOccasion(MailKind.SEAT_CONFIRMED, aMeetup(), MailFacts.NONE));

    assertThat(text)
        .contains("When: Thursday, 14 March 2024, 18:00–21:30 (Europe/Berlin, UTC+01:00)")
        .contains("Where: Mercedes-Benz.io, Berlin Mitte https://maps.example/berlin")
        .contains("- 18:00 Doors Open")
        .contains("- 18:30–19:00 Handling incidents (Nele Uhlemann)")
        .contains("Seats: 3\n");
  }

  @Test
  void tellsWhatChangedBeforeAndAfter() {
    Meetup now = with(aMeetup(), at("18:30"), at("21:30"), "Europe/Berlin");
    Occasion occasion =
        anOccasion(
            MailKind.SCHEDULE_CHANGED,
            now,
            MailFacts.NONE,
            Difference.between(aMeetup(), now),
            List.of("The doors are stuck.\nSorry!"));

    assertThat(text(occasion))
        .contains("From the organizers\nThe doors are stuck.\nSorry!\n")
        .contains(
            "- Time: Thursday, 14 March 2024, 18:30–21:30 (Europe/Berlin, UTC+01:00)."
                + " Before: Thursday, 14 March 2024, 18:00–21:30 (Europe/Berlin, UTC+01:00).");
  }

  @Test
  void escapesWhateverSomebodyWrote() {
    Meetup meetup = titled(aMeetup(), "<script>alert('{0} ${7*7} [[${letter}]]')</script> & <b>");

    Letter letter = writer.write(anOccasion(MailKind.SEAT_CONFIRMED, meetup, MailFacts.NONE));

    assertThat(templates.html(letter))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(&#39;{0} ${7*7} [[${letter}]]&#39;)&lt;/script&gt; &amp;");
    assertThat(templates.text(letter)).contains(meetup.title());
  }

  @Test
  void linksToNothingButTheWeb() {
    Meetup meetup = with(aMeetup(), new Meetup.Venue("c-base", null, "javascript:alert(1)"));

    Letter letter = writer.write(anOccasion(MailKind.SEAT_CONFIRMED, meetup, MailFacts.NONE));

    assertThat(templates.html(letter)).doesNotContain("javascript:");
  }

  @Test
  void writesEnglishWithEnglishDatesToWhoAskedForAnotherLanguage() {
    Occasion occasion = anOccasion(MailKind.SEAT_CONFIRMED, aMeetup(), MailFacts.NONE);
    Contact.Known french = new Contact.Known("Zoë", "zoe@example.org", Locale.FRENCH);

    String text =
        text(
            new Occasion(
                occasion.mail(),
                french,
                occasion.meetup(),
                occasion.recipient(),
                null,
                List.of(),
                List.of(),
                LINK));

    assertThat(text).contains("Hello Zoë,").contains("Thursday, 14 March 2024");
  }

  @Test
  void declinesAnUnknownMeetupWithoutATitle() {
    Occasion occasion =
        anOccasion(MailKind.RSVP_DECLINED, null, MailFacts.reason("UNKNOWN_MEETUP"));

    assertThat(text(occasion)).contains("There is no such meetup").doesNotContain("null");
  }

  private String text(Occasion occasion) {
    return templates.text(writer.write(occasion));
  }

  /** What a reader sees, without layout and links. */
  private static String asText(String version) {
    return version
        .replaceAll("(?s)<head>.*</head>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&amp;", "&")
        .replace("https://maps.example/berlin", "")
        .replace(":", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Occasion anOccasion(MailKind kind, @Nullable Meetup meetup, MailFacts facts) {
    return anOccasion(kind, meetup, facts, List.of(), List.of());
  }

  private static Occasion anOccasion(
      MailKind kind,
      @Nullable Meetup meetup,
      MailFacts facts,
      List<Difference> differences,
      List<String> notes) {
    Instant now = Instant.parse("2024-03-01T12:00:00Z");
    Mail mail =
        new Mail(
            new UUID(1, 1),
            1,
            "1",
            "m",
            kind,
            1,
            facts,
            MailStatus.QUEUED,
            0,
            now,
            now,
            null,
            null);
    return new Occasion(
        mail,
        new Contact.Known("Ada", "ada@example.org", Locale.ENGLISH),
        meetup,
        new Recipient("1", "m", Standing.CONFIRMED, 3, null, null, false),
        4,
        differences,
        notes,
        LINK);
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("letters/messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
