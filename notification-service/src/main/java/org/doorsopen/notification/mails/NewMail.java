package org.doorsopen.notification.mails;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.doorsopen.notification.inbox.Cause;

/**
 * A mail to be queued.
 *
 * @param rsvpId the RSVP whose holder gets the mail, and whose link is in it
 * @param about with rsvpId and kind the unique key: queueing it twice is queueing it once
 * @param scheduleVersion sent only when this version of the meetup is known, 0 if none is needed
 * @param occurredAt when the thing happened that the mail tells of
 */
public record NewMail(
    MailKind kind,
    String rsvpId,
    String meetupId,
    String about,
    int scheduleVersion,
    MailFacts facts,
    Instant occurredAt,
    Cause cause) {

  /** Follows from the key, so that a database made anew repeats message ids and not mails. */
  UUID id() {
    return UUID.nameUUIDFromBytes((rsvpId + '/' + kind + '/' + about).getBytes(UTF_8));
  }
}
