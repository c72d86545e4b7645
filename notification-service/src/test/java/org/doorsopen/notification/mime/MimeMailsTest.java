package org.doorsopen.notification.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.doorsopen.calendar.CalendarEntry;
import org.doorsopen.notification.MailSettings;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mime.OutgoingMail.Addressee;
import org.doorsopen.notification.mime.OutgoingMail.Attachment;
import org.doorsopen.notification.mime.OutgoingMail.CalendarPart;
import org.doorsopen.notification.mime.OutgoingMail.Content;
import org.doorsopen.settings.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailsTest {

  private static final String ID = "7c1b7a1e-52f0-4a3b-8c39-2f1f5a0d9d10";
  private static final String RSVP = "4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11";

  private static final URI HERE = URI.create("https://doors.example");

  private final MimeMails mimeMails =
      new MimeMails(
          new MailSettings("Doors Open Größe <doors@doors.example>", "", ""), PublicUrl.at(HERE));

  @Test
  void offersTextHtmlAndCalendarAndAttachesTheCalendar() throws Exception {
    MimeMessage message = sent(aMail("Zoë", "zoe@example.org", "Ein Abend über Größe", true));

    MimeMultipart mixed = (MimeMultipart) message.getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
    assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
    assertThat(alternatives.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(alternatives.getBodyPart(0).getContent()).isEqualTo("Grüße\r\n");
    assertThat(alternatives.getBodyPart(1).getContentType()).startsWith("text/html");
    BodyPart calendar = alternatives.getBodyPart(2);
    assertThat(calendar.getContentType()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
    assertThat(new String(calendar.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("BEGIN:VCALENDAR\r\n");
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
    assertThat(mixed.getBodyPart(1).getContentType()).contains("method=REQUEST");
  }

  @Test
  void isAPlainAlternativeWithoutCalendar() throws Exception {
    MimeMessage message = sent(aMail("Zoë", "zoe@example.org", "An evening", false));

    MimeMultipart alternatives = (MimeMultipart) message.getContent();
    assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
    assertThat(alternatives.getCount()).isEqualTo(2);
  }

  @Test
  void attachesAFileBesideTheAlternatives() throws Exception {
    OutgoingMail mail = aMail("Zoë", "zoe@example.org", "An evening", true);
    Content content = mail.content();
    Attachment file = new Attachment("held.json", "application/json", "{\"name\": \"Zoë\"}\n");

    MimeMessage message =
        sent(
            new OutgoingMail(
                mail.id(),
                mail.kind(),
                mail.rsvpId(),
                mail.to(),
                new Content(content.subject(), content.text(), content.html(), null, file),
                null));

    MimeMultipart mixed = (MimeMultipart) message.getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(2);
    assertThat(((MimeMultipart) mixed.getBodyPart(0).getContent()).getCount()).isEqualTo(2);
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("held.json");
    assertThat(mixed.getBodyPart(1).isMimeType("application/json")).isTrue();
    assertThat(new String(mixed.getBodyPart(1).getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("{\"name\": \"Zoë\"}\n");
  }

  @Test
  void encodesNamesAndSubjectsThatAreNotAscii() throws Exception {
    MimeMessage message = sent(aMail("Zoë 日本", "zoe@example.org", "Größe 日本語", false));

    assertThat(message.getSubject()).isEqualTo("Größe 日本語");
    InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
    assertThat(to.getPersonal()).isEqualTo("Zoë 日本");
    assertThat(((InternetAddress) message.getFrom()[0]).getPersonal())
        .isEqualTo("Doors Open Größe");
    assertThat(message.getHeader("Subject", null)).matches("\\p{ASCII}+");
  }

  /** A text is shown as it was typed, also if it looks like RFC 2047. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?UTF-8?Q?Doors_Open_Team?=",
        "=?utf-8?b?RG9vcnMgT3Blbg==?=",
        "Ada =?UTF-8?Q?Team?= Lovelace",
        "Adä =?UTF-8?Q?Team?=",
        "=?UTF-8*en?Q?Team?=",
        "=?UTF-8?Q?Te?= =?UTF-8?Q?am?=",
        "=?UTF-8?Q?a name that is so long that it does not fit into a single word of a header?="
            + " 日本語",
        "=?",
        "Ada = ? Lovelace"
      })
  void showsEncodedWordsAsTheyWereTyped(String typed) throws Exception {
    MimeMessage message = sent(aMail(typed, "zoe@example.org", typed, false));

    InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
    assertThat(to.getAddress()).isEqualTo("zoe@example.org");
    assertThat(to.getPersonal()).isEqualTo(typed);
    assertThat(message.getSubject()).isEqualTo(typed);
    for (String header : List.of("To", "Subject")) {
      String raw = message.getHeader(header, null);
      assertThat(raw.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
      // Other programs decode wherever they find an encoded word, in quotes, too.
      String decoded = MimeUtility.decodeText(MimeUtility.unfold(raw).replace("\"", ""));
      assertThat(decoded).startsWith(typed);
    }
  }

  @ParameterizedTest
  @CsvSource({"eva@straße.de, eva@xn--strae-oqa.de", "a%b@example.org, a%b@example.org"})
  void writesToTheAddressThatIsKept(String kept, String ascii) throws Exception {
    MimeMessage message = sent(aMail("Eva", kept, "An evening", false));

    assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress()).isEqualTo(ascii);
  }

  @Test
  void tellsWhatItIsAndNeverChangesItsId() throws Exception {
    OutgoingMail mail = aMail("Ada", "ada@example.org", "An evening", false);

    MimeMessage first = sent(mail);
    MimeMessage again = sent(mail);

    assertThat(first.getMessageID()).isEqualTo("<" + ID + "@doors.example>");
    assertThat(again.getMessageID()).isEqualTo(first.getMessageID());
    assertThat(first.getHeader("Doors-Kind", null)).isEqualTo("SEAT_CONFIRMED");
    assertThat(first.getHeader("Doors-Rsvp", null)).isEqualTo(RSVP);
    assertThat(first.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(first.getHeader("X-Auto-Response-Suppress", null))
        .contains("OOF", "AutoReply")
        .doesNotContain("NDR", "All");
  }

  @ParameterizedTest(name = "community: {0}, set: {1}")
  @CsvSource(
      textBlock =
          """
          '',                               '',                   ''
          Musterstraße 1 in Berlin,         '',                   ''
          https://example.org/contact,      '',                   ''
          doors@doors.example,              '',                   ''
          DOORS@doors.example,              '',                   ''
          team@example.org,                 '',                   team@example.org
          Team <team@example.org>,          '',                   Team <team@example.org>
          team@example.org,                 else@example.org,     else@example.org
          team@example.org,                 doors@doors.example,  ''
          '',                               Größe <a@b.example>,  =?UTF-8?Q?Gr=C3=B6=C3=9Fe?= <a@b.example>
          """)
  void letsAnswersReachTheOrganizers(String community, String set, String replyTo)
      throws Exception {
    MailSettings settings = new MailSettings("Doors <doors@doors.example>", community, set);
    MimeMessage message =
        new MimeMails(settings, PublicUrl.at(HERE))
            .write(
                aMail("Ada", "ada@example.org", "Hi", false),
                Session.getInstance(new Properties()),
                Instant.EPOCH);

    assertThat(Objects.requireNonNullElse(message.getHeader("Reply-To", null), ""))
        .isEqualTo(replyTo);
  }

  @ParameterizedTest
  @CsvSource({
    "no-reply@doors.example, '', true",
    "noreply+x@doors.example, '', true",
    "do-not-reply@doors.example, '', true",
    "no-reply@doors.example, team@example.org, false",
    "hello@doors.example, '', false"
  })
  void knowsThatAnswersWouldBeLost(String from, String replyTo, boolean lost) {
    assertThat(new MailSettings(from, "", replyTo).losesAnswers()).isEqualTo(lost);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the team", "@", "a@b c", "a@b.example, c@d.example"})
  void namesAnAddressForAnswersThatIsNone(String replyTo) {
    assertThatThrownBy(() -> new MailSettings("doors@doors.example", "", replyTo))
        .hasMessageStartingWith("doors.mail.reply-to (DOORS_REPLY_TO) must be an address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n\r\n", "\u2028", "\u0085", "\0", "\r\n "})
  void letsNoFieldBecomeAHeaderOrAPart(String end) throws Exception {
    String evil = end + "X-Evil: 1" + end + end + "--b";
    OutgoingMail plain = aMail("Ada", "ada@example.org", "Hi", true);

    List<String> headers = headers(sent(plain));

    for (OutgoingMail mail :
        List.of(
            with(plain, RSVP + evil, "Ada", "Hi", "Text", "<p>Hi</p>", "BEGIN:VCALENDAR"),
            with(plain, RSVP, "Ada" + evil, "Hi", "Text", "<p>Hi</p>", "BEGIN:VCALENDAR"),
            with(plain, RSVP, "Ada", "Hi" + evil, "Text", "<p>Hi</p>", "BEGIN:VCALENDAR"),
            with(plain, RSVP, "Ada", "Hi", "Text" + evil, "<p>Hi</p>", "BEGIN:VCALENDAR"),
            with(plain, RSVP, "Ada", "Hi", "Text", "<p>Hi</p>" + evil, "BEGIN:VCALENDAR"),
            with(plain, RSVP, "Ada", "Hi", "Text", "<p>Hi</p>", "BEGIN:VCALENDAR" + evil))) {
      assertThat(headers(sent(mail))).isEqualTo(headers);
    }
  }

  @Test
  void offersOneClickUnsubscriptionWhereThereIsOne() throws Exception {
    OutgoingMail mail = aMail("Ada", "ada@example.org", "Hi", false);
    OutgoingMail reminder =
        new OutgoingMail(
            mail.id(),
            MailKind.REMINDER,
            mail.rsvpId(),
            mail.to(),
            mail.content(),
            "https://doors.example/unsubscribe/a.b\r\nX-Evil: 1");

    assertThat(sent(mail).getHeader("List-Unsubscribe")).isNull();
    assertThat(sent(reminder).getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://doors.example/unsubscribe/a.b X-Evil: 1>");
    assertThat(sent(reminder).getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
    assertThat(sent(reminder).getHeader("X-Evil")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eve@example.org\r\nBcc: a@example.org",
        "eve@example.org\nX-Evil: 1",
        "a@example.org, b@example.org",
        "eve@example.org> RCPT TO:<a@example.org"
      })
  void refusesAnAddressThatIsMore(String address) {
    assertThatThrownBy(() -> sent(aMail("Eve", address, "An evening", false)))
        .isInstanceOf(AddressException.class);
  }

  @Test
  void encodesLongTitlesWithoutBreakingACharacterOrALine() throws Exception {
    String title = "Größe 日本語の長い題名です🎉👩‍💻 ".repeat(20).strip();

    MimeMessage message = sent(aMail(title, "zoe@example.org", title, false));

    assertThat(message.getSubject()).isEqualTo(title);
    assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal()).isEqualTo(title);
    assertThat(message.getHeader("Subject", null)).matches("[\\p{ASCII}]+");
    assertThat(Collections.list(message.getAllHeaderLines()))
        .allSatisfy(header ->
            assertThat(header.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100)));
  }

  @Test
  void writesDomainsInAscii() throws Exception {
    MimeMessage message = sent(aMail("Zoë", "zoe@bücher.example", "An evening", false));

    assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
        .isEqualTo("zoe@xn--bcher-kva.example");
  }

  private MimeMessage sent(OutgoingMail mail) throws Exception {
    Session session = Session.getInstance(new Properties());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mimeMails.write(mail, session, Instant.parse("2024-03-01T12:00:00Z")).writeTo(bytes);
    return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static OutgoingMail aMail(String name, String email, String subject, boolean calendar) {
    return new OutgoingMail(
        UUID.fromString(ID),
        MailKind.SEAT_CONFIRMED,
        RSVP,
        new Addressee(name, email),
        new Content(
            subject,
            "Grüße\n",
            "<p>Grüße</p>",
            calendar
                ? new CalendarPart(CalendarEntry.Method.REQUEST, "BEGIN:VCALENDAR\r\n")
                : null),
        null);
  }

  private static OutgoingMail with(
      OutgoingMail mail,
      String rsvpId,
      String name,
      String subject,
      String text,
      String html,
      String calendar) {
    return new OutgoingMail(
        mail.id(),
        mail.kind(),
        rsvpId,
        new Addressee(name, mail.toAddress()),
        new Content(subject, text, html, new CalendarPart(CalendarEntry.Method.REQUEST, calendar)),
        null);
  }

  /** The names of all headers, of the message and of each part in it. */
  private static List<String> headers(Part part) throws Exception {
    List<String> names = new ArrayList<>();
    Collections.list(part.getAllHeaders()).forEach(header -> names.add(header.getName()));
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        names.addAll(headers(parts.getBodyPart(i)));
      }
    }
    return names;
  }
}
