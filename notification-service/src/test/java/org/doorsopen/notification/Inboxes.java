package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.notification.MeetupEvents.Attendee;

/** The mails that attendees have got. */
final class Inboxes {

  private Inboxes() {}

  static List<Mail> mailsFor(Attendee attendee) {
    return SharedInfrastructure.get().mailbox().mails().stream()
        .filter(mail -> mail.isFor(attendee.email()))
        .toList();
  }

  static List<String> kindsFor(Attendee attendee) {
    return mailsFor(attendee).stream().map(Inboxes::kind).toList();
  }

  static String kind(Mail mail) {
    return mail.header("Doors-Kind").orElseThrow();
  }

  /** The mails that the attendee got, once they are exactly of these kinds, in this order. */
  static List<Mail> awaitMails(Attendee attendee, String... kinds) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(kindsFor(attendee)).containsExactly(kinds));
    List<Mail> mails = mailsFor(attendee);
    CalendarParts.areGood(mails);
    return mails;
  }

  /** Waits for a mail that was caused later than every other mail, and so is sent after them. */
  static void awaitEverythingSoFar(MeetupEvents meetup) {
    Attendee marker = meetup.attendee("Marker");
    meetup.confirm(marker, 1);
    awaitMails(marker, "SEAT_CONFIRMED");
  }
}
