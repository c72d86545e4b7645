package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.MailParts.hasPart;
import static org.doorsopen.notification.MailParts.part;
import static org.doorsopen.notification.NotificationService.WINDOW;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.Venue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Which attendees are told that a meetup moves (docs/services/notification-promises.md). It moves
 * once for all tests here, and each test looks into one attendee's inbox.
 */
@NotificationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipientsOfChangesIT {

  private static final String NEW_PLACE = "c-base, Rungestraße 20";

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired TimeTravel time;

  private Attendee confirmed;
  private Attendee waiting;
  private Attendee promoted;
  private Attendee gone;
  private Attendee fresh;
  private Attendee withoutContact;

  @BeforeAll
  void theMeetupMoves() {
    meetup.publish();
    someAreConfirmedAndSomeWait();

    // So that nothing of it falls into the window, however slow the machine is.
    Instant published = Instant.now().plus(1, ChronoUnit.HOURS);
    meetup.publishAt(published);
    meetup.publish(b -> b.setVenue(new Venue("c-base", "Rungestraße 20", null)));
    time.awaitVersion(meetup, 2);

    moreIsDecidedUnderTheNewPlace();

    time.queueChanges(meetup, published.plus(WINDOW), 2);
    meetup.provideContact(withoutContact);
    time.passTo(meetup, published.plus(WINDOW));
  }

  private void someAreConfirmedAndSomeWait() {
    confirmed = meetup.attendee("Confirmed");
    waiting = meetup.attendee("Waiting");
    promoted = meetup.attendee("Promoted");
    gone = meetup.attendee("Gone");
    meetup.confirm(confirmed, 1);
    meetup.waitlist(waiting, 1);
    meetup.waitlist(promoted, 2);
    meetup.confirm(gone, 1);
    awaitMails(confirmed, "SEAT_CONFIRMED");
    awaitMails(waiting, "SEAT_WAITLISTED");
    awaitMails(promoted, "SEAT_WAITLISTED");
    awaitMails(gone, "SEAT_CONFIRMED");
  }

  private void moreIsDecidedUnderTheNewPlace() {
    fresh = meetup.attendee("Fresh");
    withoutContact = meetup.attendeeWithoutContact("Late");
    meetup.confirm(fresh, 1);
    meetup.confirm(withoutContact, 1);
    meetup.confirm(promoted, 1, true, 2);
    meetup.release(gone, ReleaseReason.ATTENDEE);
    awaitMails(fresh, "SEAT_CONFIRMED");
    awaitMails(gone, "SEAT_CONFIRMED", "RSVP_CANCELLED");
    awaitMails(promoted, "SEAT_WAITLISTED", "SEAT_PROMOTED");
    api.awaitStatus(withoutContact, "SEAT_CONFIRMED", "QUEUED");
  }

  @Test
  void tellsPeopleWhoHaveASeat() {
    awaitMails(confirmed, "SEAT_CONFIRMED", "SCHEDULE_CHANGED");
  }

  @Test
  void tellsPeopleWhoWaitWithoutACalendarEntry() {
    Mail moved = awaitMails(waiting, "SEAT_WAITLISTED", "SCHEDULE_CHANGED").getLast();

    assertThat(part(moved, "text/plain")).contains(NEW_PLACE);
    assertThat(hasPart(moved, "text/calendar")).isFalse();
  }

  @Test
  void tellsAPromotedPartyWithItsPromotionAndNotAgain() {
    Mail promotion = awaitMails(promoted, "SEAT_WAITLISTED", "SEAT_PROMOTED").getLast();

    assertThat(part(promotion, "text/plain")).contains(NEW_PLACE);
  }

  @Test
  void tellsNobodyWhoseFirstMailHadTheNewPlace() {
    assertThat(kindsFor(fresh)).containsExactly("SEAT_CONFIRMED");
  }

  @Test
  void tellsNobodyWhoseFirstMailStillWaited() {
    awaitMails(withoutContact, "SEAT_CONFIRMED");
  }

  @Test
  void tellsNobodyWhoGaveTheSeatUp() {
    assertThat(kindsFor(gone)).containsExactly("SEAT_CONFIRMED", "RSVP_CANCELLED");
  }
}
