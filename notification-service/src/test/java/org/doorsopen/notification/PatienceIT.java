package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.SmtpGate.SMTP;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How long a mail is tried that the server refuses for now. */
@NotificationService
class PatienceIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired ClockOfTests clock;

  private static final String LATER = "451 4.7.1 Greylisted";

  @Test
  void triesFor48HoursAndForAnother48WhenAnOrganizerAsks() {
    Instant decided = Instant.now();
    meetup.decideAt(decided);
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.replyTo(ada.email(), Collections.nCopies(1000, LATER).toArray(String[]::new));
    meetup.confirm(ada, 1);
    int tried = awaitAttemptAfter(0, ada);
    clock.setTo(decided.plus(Duration.ofHours(47)));
    awaitAttemptAfter(tried, ada);
    clock.setTo(decided.plus(Duration.ofHours(49)));

    JsonNode failed = api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED");
    assertThat(failed.get("lastError").asString()).isEqualTo(LATER);

    api.retry(failed);
    awaitAttemptAfter(failed.get("attempts").asInt(), ada);
    SMTP.replyTo(ada.email());
    clock.setTo(decided.plus(Duration.ofHours(49 + 47)));

    api.awaitStatus(ada, "SEAT_CONFIRMED", "SENT");
    awaitMails(ada, "SEAT_CONFIRMED");
  }

  /**
   * Waits until more than so many attempts have failed and the next is waited for; returns how many
   * there were.
   */
  private int awaitAttemptAfter(int attempts, Attendee attendee) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> api.awaitStatus(attendee, "SEAT_CONFIRMED", "QUEUED"),
            mail -> mail.get("attempts").asInt() > attempts && mail.get("lastError").isString())
        .get("attempts")
        .asInt();
  }
}
