package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.Objects;
import org.doorsopen.notification.announcements.Meetups;
import org.doorsopen.notification.announcements.Publication;
import org.doorsopen.notification.announcements.Recipient;
import org.doorsopen.notification.announcements.Recipients;
import org.doorsopen.notification.announcements.Reminders;
import org.doorsopen.notification.announcements.domain.Reminder;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.contacts.Contacts;
import org.doorsopen.notification.delivery.Composer;
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.delivery.MissedReasons;
import org.doorsopen.notification.delivery.OutgoingMail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes mails of what is known when they are sent: nothing that was written is ever stored. */
@Component
class MailComposer implements Composer {

  private final Contacts contacts;
  private final Meetups meetups;
  private final Recipients recipients;
  private final Reminders reminders;
  private final Occasions occasions;
  private final LetterWriter writer;
  private final LetterTemplates templates;
  private final Invitations invitations;

  MailComposer(
      Contacts contacts,
      Meetups meetups,
      Recipients recipients,
      Reminders reminders,
      Occasions occasions,
      LetterWriter writer,
      LetterTemplates templates,
      Invitations invitations) {
    this.contacts = contacts;
    this.meetups = meetups;
    this.recipients = recipients;
    this.reminders = reminders;
    this.occasions = occasions;
    this.writer = writer;
    this.templates = templates;
    this.invitations = invitations;
  }

  @Override
  public Composition compose(Mail mail, Instant now) {
    return switch (contacts.of(mail.rsvpId())) {
      case Contact.Awaited _ -> new Composition.NotYet();
      case Contact.Erased _ -> new Composition.TooLate(MissedReasons.ERASED);
      case Contact.Known contact -> compose(mail, contact, now);
    };
  }

  @Override
  public void accepted(Mail mail) {
    if (mail.kind().tellsTheMeetup()) {
      recipients.told(mail.rsvpId(), mail.id(), mail.kind() == MailKind.SCHEDULE_CHANGED);
    }
  }

  private Composition compose(Mail mail, Contact.Known contact, Instant now) {
    meetups.lockShared(mail.meetupId());
    Publication latest = meetups.latest(mail.meetupId()).orElse(null);
    if (latest == null) {
      return mail.scheduleVersion() > 0
          ? new Composition.NotYet()
          : ready(occasions.unknownMeetup(mail, contact), now);
    }
    if (latest.version() < mail.scheduleVersion()) {
      return new Composition.NotYet();
    }
    String tooLate = tooLate(mail, latest, now);
    if (tooLate != null) {
      return new Composition.TooLate(tooLate);
    }
    return occasions
        .of(mail, contact, latest)
        .map(occasion -> {
          Composition ready = ready(occasion, now);
          if (mail.kind().tellsTheMeetup()) {
            recipients.telling(mail.rsvpId(), mail.id(), latest.version());
          }
          return ready;
        })
        .orElseGet(Composition.NothingToTell::new);
  }

  private @Nullable String tooLate(Mail mail, Publication latest, Instant now) {
    if (latest.meetup().isOver(now)) {
      return MissedReasons.OVER;
    }
    if (latest.cancelled() && mail.kind().looksForward()) {
      return MissedReasons.CANCELLED;
    }
    return mail.kind() == MailKind.REMINDER ? staleReminder(mail, latest, now) : null;
  }

  private @Nullable String staleReminder(Mail mail, Publication latest, Instant now) {
    Reminder reminder = Reminder.parse(Objects.requireNonNull(mail.facts().reminder()));
    Recipient recipient = recipients.find(mail.rsvpId()).orElseThrow();
    return reminders.whyNot(reminder, recipient, latest, now);
  }

  private Composition ready(Occasion occasion, Instant now) {
    Mail mail = occasion.mail();
    Letter letter = writer.write(occasion);
    return new Composition.Ready(
        new OutgoingMail(
            mail.id(),
            mail.kind(),
            mail.rsvpId(),
            occasion.contact().name(),
            occasion.contact().email(),
            letter.subject(),
            templates.text(letter),
            templates.html(letter),
            invitations.forMail(occasion, now),
            occasion.unsubscribeUrl()));
  }
}
