package org.doorsopen.notification.letters;

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
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.schemas.RsvpTokens;
import org.doorsopen.schemas.UnsubscribeTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what there is to know for a mail. */
@Component
class Occasions {

  private final Meetups meetups;
  private final Recipients recipients;
  private final RsvpTokens tokens;
  private final UnsubscribeTokens unsubscribeTokens;
  private final NotificationSettings settings;

  Occasions(
      Meetups meetups,
      Recipients recipients,
      RsvpTokens tokens,
      UnsubscribeTokens unsubscribeTokens,
      NotificationSettings settings) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.tokens = tokens;
    this.unsubscribeTokens = unsubscribeTokens;
    this.settings = settings;
  }

  /** For a meetup that nobody has heard of. */
  Occasion unknownMeetup(Mail mail, Contact.Known contact) {
    return new Occasion(mail, contact, null, null, null, List.of(), List.of(), link(mail), null);
  }

  /** Empty where changes were to be told, and there are none to this recipient. */
  Optional<Occasion> of(Mail mail, Contact.Known contact, Publication latest) {
    Recipient recipient = recipients.find(mail.rsvpId()).orElse(null);
    Announcement announcement = null;
    if (mail.kind() == MailKind.SCHEDULE_CHANGED) {
      announcement = announcement(mail, latest, recipient).orElse(null);
      if (announcement == null) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Occasion(
            mail,
            contact,
            latest.meetup(),
            recipient,
            position(mail, recipient),
            announcement == null ? List.of() : announcement.differences(),
            notes(mail),
            link(mail),
            mail.kind() == MailKind.REMINDER ? unsubscribeUrl(mail) : null));
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

  private String unsubscribeUrl(Mail mail) {
    return settings.notificationUrl() + "/unsubscribe/" + unsubscribeTokens.issue(mail.rsvpId());
  }
}
