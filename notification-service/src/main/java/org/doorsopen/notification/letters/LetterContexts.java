package org.doorsopen.notification.letters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.UnsubscribeTokens;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Announcement;
import org.doorsopen.notification.meetups.domain.Difference;
import org.doorsopen.notification.publications.PendingChanges;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what there is to know for a mail. */
@Component
class LetterContexts {

  private final Meetups meetups;
  private final Recipients recipients;
  private final RsvpTokens tokens;
  private final UnsubscribeTokens unsubscribeTokens;
  private final NotificationSettings settings;

  LetterContexts(
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
  LetterContext unknownMeetup(Mail mail, Contact.Known contact) {
    return new LetterContext(
        mail, contact, null, null, null, List.of(), List.of(), link(mail), null);
  }

  /** Empty where changes were to be told, and there are none to this recipient. */
  Optional<LetterContext> of(
      Mail mail, Contact.Known contact, Publication latest, @Nullable Recipient recipient) {
    if (mail.kind() != MailKind.SCHEDULE_CHANGED) {
      List<String> notes =
          mail.kind() == MailKind.MEETUP_CANCELLED ? latest.words().toList() : List.of();
      return Optional.of(context(mail, contact, latest, recipient, List.of(), notes));
    }
    int since = Objects.requireNonNullElse(mail.facts().since(), 0);
    return Optional.ofNullable(recipient)
        .map(known -> PendingChanges.of(known, since, latest, meetups))
        .flatMap(news ->
            announcement(news, mail)
                .map(Announcement::differences)
                .map(differences ->
                    context(mail, contact, latest, recipient, differences, news.notes())));
  }

  private static Optional<Announcement> announcement(PendingChanges news, Mail mail) {
    return mail.unanswered() > 0 ? news.announcementOfWhatMayBeKnown() : news.announcement();
  }

  private LetterContext context(
      Mail mail,
      Contact.Known contact,
      Publication latest,
      @Nullable Recipient recipient,
      List<Difference> differences,
      List<String> notes) {
    return new LetterContext(
        mail,
        contact,
        latest.meetup(),
        recipient,
        position(mail, recipient),
        differences,
        notes,
        link(mail),
        mail.kind() == MailKind.REMINDER ? unsubscribeUrl(mail) : null);
  }

  private @Nullable Integer position(Mail mail, @Nullable Recipient recipient) {
    Optional<Integer> now =
        recipient == null ? Optional.empty() : recipients.waitlistPosition(recipient);
    return now.orElse(mail.facts().position());
  }

  private String link(Mail mail) {
    return settings.publicUrl()
        + "/rsvps/"
        + mail.rsvpId()
        + "?token="
        + tokens.issueForMail(mail.meetupId(), mail.rsvpId());
  }

  private String unsubscribeUrl(Mail mail) {
    return settings.notificationUrl() + "/unsubscribe/" + unsubscribeTokens.issue(mail.rsvpId());
  }
}
