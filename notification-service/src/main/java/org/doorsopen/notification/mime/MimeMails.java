package org.doorsopen.notification.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.doorsopen.identity.address.EmailAddress;
import org.doorsopen.notification.MailSettings;
import org.doorsopen.notification.mime.OutgoingMail.Attachment;
import org.doorsopen.notification.mime.OutgoingMail.CalendarPart;
import org.doorsopen.notification.mime.OutgoingMail.Content;
import org.doorsopen.settings.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A mail in MIME: text, HTML and calendar as alternatives, the calendar attached once more, and a
 * file where there is one.
 */
@Component
public class MimeMails {

  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u0085]+");

  private static final String CALENDAR = "text/calendar; charset=UTF-8; method=";
  private static final String FILE = "invite.ics";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z '(UTC)'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  // Everything but a bounce: those are to be known (MS-OXCMAIL).
  private static final String SUPPRESSED = "DR, RN, NRN, OOF, AutoReply";

  private static final Logger log = LoggerFactory.getLogger(MimeMails.class);

  private final InternetAddress sender;
  private final InternetAddress[] answers;
  private final PublicUrl publicUrl;

  MimeMails(MailSettings settings, PublicUrl publicUrl) {
    this.sender = settings.sender();
    this.answers = settings.answers().stream().toArray(InternetAddress[]::new);
    if (settings.losesAnswers()) {
      log.warn(
          "Answers to mails are lost: DOORS_MAIL_FROM reads none, and DOORS_REPLY_TO is empty");
    }
    this.publicUrl = publicUrl;
  }

  /**
   * @throws jakarta.mail.internet.AddressException if the recipient's address is not valid
   */
  public MimeMessage write(OutgoingMail mail, Session session, Instant now)
      throws MessagingException {
    MimeMessage message = new WithItsOwnId(session, messageId(mail));
    message.setFrom(sender);
    if (answers.length > 0) {
      message.setReplyTo(answers);
    }
    setRecipient(message, mail);
    setSubject(message, oneLine(mail.content().subject()));
    message.setHeader("Date", DATE.format(now));
    message.setHeader("Doors-Kind", mail.kind().name());
    message.setHeader("Doors-Rsvp", oneLine(mail.rsvpId()));
    // RFC 3834: keeps out-of-office programs from answering.
    message.setHeader("Auto-Submitted", "auto-generated");
    // Exchange knows nothing of that one, and has its own.
    message.setHeader("X-Auto-Response-Suppress", SUPPRESSED);
    if (mail.unsubscribeUrl() != null) {
      // RFC 8058: the inbox shows a button that needs no page.
      message.setHeader("List-Unsubscribe", "<" + oneLine(mail.unsubscribeUrl()) + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(content(mail.content()));
    message.saveChanges();
    return message;
  }

  public String messageId(OutgoingMail mail) {
    return messageId(mail.id().toString());
  }

  public String messageId(String mailId) {
    return "<" + mailId + "@" + publicUrl.host() + ">";
  }

  private static MimeMultipart content(Content content) throws MessagingException {
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(text(content.text(), "plain"));
    alternatives.addBodyPart(text(content.html(), "html"));
    List<BodyPart> attached = new ArrayList<>();
    CalendarPart calendar = content.calendar();
    if (calendar != null) {
      byte[] encoded = base64(calendar.content());
      alternatives.addBodyPart(calendar(calendar, encoded));
      attached.add(attached(calendar, encoded));
    }
    if (content.attachment() != null) {
      attached.add(attached(content.attachment()));
    }
    if (attached.isEmpty()) {
      return alternatives;
    }
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(alternatives);
    attached.addFirst(body);
    return new MimeMultipart("mixed", attached.toArray(BodyPart[]::new));
  }

  private static byte[] base64(String text) {
    return Base64.getMimeEncoder().encode(text.getBytes(UTF_8));
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    return part(
        "text/" + subtype + "; charset=UTF-8", "quoted-printable", QuotedPrintable.of(text));
  }

  private static MimeBodyPart calendar(CalendarPart calendar, byte[] encoded)
      throws MessagingException {
    return part(CALENDAR + calendar.method(), "base64", encoded);
  }

  private static MimeBodyPart attached(CalendarPart calendar, byte[] encoded)
      throws MessagingException {
    MimeBodyPart part = part(CALENDAR + calendar.method() + "; name=" + FILE, "base64", encoded);
    part.setHeader("Content-Disposition", MimeBodyPart.ATTACHMENT + "; filename=" + FILE);
    return part;
  }

  private static MimeBodyPart attached(Attachment file) throws MessagingException {
    MimeBodyPart part =
        part(file.type() + "; name=" + file.name(), "base64", base64(file.content()));
    part.setHeader("Content-Disposition", MimeBodyPart.ATTACHMENT + "; filename=" + file.name());
    return part;
  }

  private static MimeBodyPart part(String type, String encoding, byte[] encoded)
      throws MessagingException {
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader("Content-Type", type);
    headers.setHeader("Content-Transfer-Encoding", encoding);
    return new FinishedPart(headers, encoded);
  }

  private static void setRecipient(MimeMessage message, OutgoingMail mail)
      throws MessagingException {
    String name = oneLine(mail.to().name());
    InternetAddress address = new InternetAddress(ascii(mail.toAddress()), true);
    if (EncodedWords.wouldBeDecoded(name)) {
      message.setHeader("To", EncodedWords.of(name) + "\r\n <" + address.getAddress() + ">");
      return;
    }
    try {
      address.setPersonal(name, UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    message.setRecipient(Message.RecipientType.TO, address);
  }

  private static void setSubject(MimeMessage message, String subject) throws MessagingException {
    if (EncodedWords.wouldBeDecoded(subject)) {
      message.setHeader("Subject", EncodedWords.of(subject));
    } else {
      message.setSubject(subject, UTF_8.name());
    }
  }

  /** Addresses are kept in ASCII; one that is not the library refuses, and the mail fails. */
  private static String ascii(String address) {
    return address.chars().allMatch(character -> character < 128)
        ? address
        : EmailAddress.parse(address).map(EmailAddress::value).orElse(address);
  }

  /** Without line breaks, so that no title can end its header and begin another. */
  private static String oneLine(String text) {
    return LINE_BREAKS.matcher(text).replaceAll(" ").strip();
  }

  /** Is what it was made of; the library would otherwise read its headers and write them anew. */
  private static final class FinishedPart extends MimeBodyPart {

    FinishedPart(InternetHeaders headers, byte[] encoded) throws MessagingException {
      super(headers, encoded);
    }

    @Override
    protected void updateHeaders() {}
  }

  private static final class WithItsOwnId extends MimeMessage {

    private final String id;

    WithItsOwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
