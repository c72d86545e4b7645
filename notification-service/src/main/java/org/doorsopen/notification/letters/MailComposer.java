package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.announcements.Meetups;
import org.doorsopen.notification.announcements.Publication;
import org.doorsopen.notification.announcements.Recipient;
import org.doorsopen.notification.announcements.Recipients;
import org.doorsopen.notification.announcements.domain.Announcement;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.contacts.Contacts;
import org.doorsopen.notification.delivery.Composer;
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.delivery.MissedReasons;
import org.doorsopen.notification.delivery.OutgoingMail;
import org.doorsopen.schemas.RsvpTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes mails of what is known when they are sent: nothing that was written is ever stored. */
@Component
class MailComposer implements Composer {

  private final Contacts contacts;
  private final Meetups meetups;
  private final Recipients recipients;
  private final LetterWriter writer;
  private final LetterTemplates templates;
  private final Invitations invitations;
  private final RsvpTokens tokens;
  private final NotificationSettings settings;

  MailComposer(
      Contacts contacts,
      Meetups meetups,
      Recipients recipients,
      LetterWriter writer,
      LetterTemplates templates,
      Invitations invitations,
      RsvpTokens tokens,
      NotificationSettings settings) {
    this.contacts = contacts;
    this.meetups = meetups;
    this.recipients = recipients;
    this.writer = writer;
    this.templates = templates;
    this.invitations = invitations;
    this.tokens = tokens;
    this.settings = settings;
  }

  @Override
  public Composition compose(Mail mail, Instant now) {
    return switch (contacts.of(mail.rsvpId())) {
      case Contact.Awaited _ -> new Composition.NotYet();
      case Contact.Erased _ -> new Composition.TooLate(MissedReasons.ERASED);
      case Contact.Known contact -> compose(mail, contact, now);
    };
  }

  private Composition compose(Mail mail, Contact.Known contact, Instant now) {
    meetups.lockShared(mail.meetupId());
    Publication latest = meetups.latest(mail.meetupId()).orElse(null);
    if (latest == null) {
      return mail.scheduleVersion() > 0
          ? new Composition.NotYet()
          : ready(occasion(mail, contact, null, null, null), now);
    }
    if (latest.version() < mail.scheduleVersion()) {
      return new Composition.NotYet();
    }
    if (latest.meetup().isOver(now)) {
      return new Composition.TooLate(MissedReasons.OVER);
    }
    if (latest.cancelled() && mail.kind().looksForward()) {
      return new Composition.TooLate(MissedReasons.CANCELLED);
    }
    Recipient recipient = recipients.find(mail.rsvpId()).orElse(null);
    Announcement announcement = null;
    if (mail.kind() == MailKind.SCHEDULE_CHANGED) {
      announcement = announcement(mail, latest, recipient).orElse(null);
      if (announcement == null) {
        return new Composition.NothingToTell();
      }
    }
    return ready(occasion(mail, contact, latest, recipient, announcement), now);
  }

  private Optional<Announcement> announcement(
      Mail mail, Publication latest, @Nullable Recipient recipient) {
    if (recipient == null) {
      return Optional.empty();
    }
    int since = Objects.requireNonNullElse(mail.facts().since(), 0);
    int toldVersion = Objects.requireNonNullElse(recipient.toldVersion(), since);
    Meetup told = meetups.asOf(mail.meetupId(), toldVersion).orElse(latest.meetup());
    boolean everyone = news(mail).stream().anyMatch(Publication::tellEveryone);
    return Announcement.of(told, latest.meetup(), recipient.standing(), everyone);
  }

  private List<Publication> news(Mail mail) {
    int since = Objects.requireNonNullElse(mail.facts().since(), mail.scheduleVersion() - 1);
    return meetups.between(mail.meetupId(), since, mail.scheduleVersion());
  }

  private Occasion occasion(
      Mail mail,
      Contact.Known contact,
      @Nullable Publication latest,
      @Nullable Recipient recipient,
      @Nullable Announcement announcement) {
    return new Occasion(
        mail,
        contact,
        latest == null ? null : latest.meetup(),
        recipient,
        position(mail, recipient),
        announcement == null ? List.of() : announcement.differences(),
        notes(mail),
        link(mail));
  }

  private @Nullable Integer position(Mail mail, @Nullable Recipient recipient) {
    Optional<Integer> now =
        recipient == null ? Optional.empty() : recipients.waitlistPosition(recipient);
    return now.orElse(mail.facts().position());
  }

  /** With a cancellation its note, with changes those of all publications that are told. */
  private List<String> notes(Mail mail) {
    boolean announces =
        mail.kind() == MailKind.SCHEDULE_CHANGED || mail.kind() == MailKind.MEETUP_CANCELLED;
    if (!announces) {
      return List.of();
    }
    return news(mail).stream()
        .map(Publication::note)
        .filter(Objects::nonNull)
        .filter(note -> !note.isBlank())
        .distinct()
        .toList();
  }

  private String link(Mail mail) {
    return settings.publicUrl()
        + "/rsvps/"
        + mail.rsvpId()
        + "?token="
        + tokens.issue(mail.meetupId(), mail.rsvpId());
  }

  private Composition ready(Occasion occasion, Instant now) {
    Mail mail = occasion.mail();
    Letter letter = writer.write(occasion);
    OutgoingMail outgoing =
        new OutgoingMail(
            mail.id(),
            mail.kind(),
            mail.rsvpId(),
            occasion.contact().name(),
            occasion.contact().email(),
            letter.subject(),
            templates.text(letter),
            templates.html(letter),
            invitations.forMail(occasion, now));
    if (mail.kind().tellsTheMeetup()) {
      meetups
          .latest(mail.meetupId())
          .ifPresent(latest -> recipients.told(mail.rsvpId(), latest.version()));
    }
    return new Composition.Ready(outgoing);
  }
}
