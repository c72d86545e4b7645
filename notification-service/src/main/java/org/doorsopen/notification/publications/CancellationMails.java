package org.doorsopen.notification.publications;

import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.notification.meetups.Publication;

/**
 * The mail about a cancelled meetup. It is the same mail (by its key) for the job that tells of the
 * cancellation and for a decision that comes too late, so each attendee gets one.
 */
public final class CancellationMails {

  private CancellationMails() {}

  public static NewMail of(Publication cancellation, String rsvpId, Cause cause) {
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
