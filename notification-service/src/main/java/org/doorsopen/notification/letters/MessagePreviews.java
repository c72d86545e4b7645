package org.doorsopen.notification.letters;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.letters.LetterContext.Links;
import org.doorsopen.notification.letters.LetterContext.News;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.messages.Message;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.notification.mime.OutgoingMail.Addressee;
import org.doorsopen.notification.mime.OutgoingMail.Content;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipient.Told;
import org.doorsopen.settings.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Messages of organizers as somebody with a seat would read them, before they are sent. Nothing of
 * it is kept, and the link in them leads to no RSVP.
 */
@Component
public class MessagePreviews {

  private static final String NOBODY = "preview";
  private static final Cause NONE = new Cause(NOBODY, 0, 0, null);

  private final Meetups meetups;
  private final LetterWriter writer;
  private final LetterTemplates templates;
  private final PublicUrl publicUrl;
  private final InstantSource clock;

  MessagePreviews(
      Meetups meetups,
      LetterWriter writer,
      LetterTemplates templates,
      PublicUrl publicUrl,
      InstantSource clock) {
    this.meetups = meetups;
    this.writer = writer;
    this.templates = templates;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /**
   * A mail that says it; empty where nobody has published such a meetup.
   *
   * @param name of the reader
   * @param address of the reader, which goes nowhere but into the mail
   */
  public Optional<OutgoingMail> of(
      String meetupId, Message.Text text, String name, String address) {
    return meetups.latest(meetupId).map(latest -> mail(latest, text, name, address));
  }

  private OutgoingMail mail(Publication latest, Message.Text text, String name, String address) {
    Locale locale = Locale.forLanguageTag(text.language());
    Mail mail = mail(latest, clock.instant());
    String link = publicUrl.url() + "/desk/meetups/" + latest.meetupId() + "/messages";
    LetterContext context =
        new LetterContext(
                mail,
                new Contact.Known(name, address, locale),
                latest.meetup(),
                new Recipient(
                    NOBODY, latest.meetupId(), Standing.CONFIRMED, 1, null, Told.NOTHING, true),
                null,
                News.NONE,
                new Links(link, link, null))
            .with(text);
    Letter letter = writer.write(context);
    return new OutgoingMail(
        mail.id(),
        mail.kind(),
        NOBODY,
        new Addressee(name, address),
        new Content(letter.subject(), templates.text(letter), templates.html(letter), null),
        null);
  }

  /** It is never in the queue or the log. */
  private static Mail mail(Publication latest, Instant now) {
    return new Mail(
        UUID.randomUUID(),
        0,
        NOBODY,
        latest.meetupId(),
        MailKind.MESSAGE,
        latest.version(),
        MailFacts.NONE,
        MailStatus.QUEUED,
        Mail.Tries.NONE,
        new Mail.Times(now, now, null, null, null),
        NONE);
  }
}
