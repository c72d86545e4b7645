package org.doorsopen.notification.announcements;

import org.doorsopen.notification.delivery.MailFacts;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.delivery.NewMail;
import org.doorsopen.notification.inbox.Cause;

/** Told once, whoever finds out first. */
final class CancellationMails {

  private CancellationMails() {}

  static NewMail of(Publication cancellation, String rsvpId, Cause cause) {
    return new NewMail(
        MailKind.MEETUP_CANCELLED,
        rsvpId,
        cancellation.meetupId(),
        "",
        cancellation.version(),
        MailFacts.NONE,
        cancellation.publishedAt(),
        cause);
  }
}
