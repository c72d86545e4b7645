package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.Inboxes.awaitEverythingSoFar;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.MailParts.part;
import static org.doorsopen.notification.NotificationService.WINDOW;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The online room has a topic of its own, and is for those who have a seat. */
@NotificationService
class RoomsIT {

  private static final String ROOM = "https://meet.example/1";

  @Autowired MeetupEvents meetup;
  @Autowired TimeTravel time;
  @Autowired Api api;

  /** Also where the topic schedules still has it, as earlier builds wrote it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tellsItToThoseWithASeatAlone(boolean asBefore) throws Exception {
    if (asBefore) {
      meetup.publishAsBefore(b -> b.setOnlineUrl(ROOM));
    } else {
      meetup.publish(b -> b.setOnlineUrl(ROOM));
    }
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(ada, 1);
    meetup.waitlist(bob, 1);

    Mail seat = awaitMails(ada, "SEAT_CONFIRMED").getFirst();
    assertThat(part(seat, "text/plain")).contains("Online: " + ROOM);
    assertThat(part(seat, "text/calendar")).contains(ROOM);
    Mail waiting = awaitMails(bob, "SEAT_WAITLISTED").getFirst();
    assertThat(part(waiting, "text/plain"))
        .contains("Online: the address comes with a seat")
        .doesNotContain(ROOM);

    meetup.confirm(bob, 1, true, 1);
    meetup.release(ada, ReleaseReason.ATTENDEE);

    Mail promoted = awaitMails(bob, "SEAT_WAITLISTED", "SEAT_PROMOTED").getLast();
    assertThat(part(promoted, "text/plain")).contains(ROOM);
    Mail gone = awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED").getLast();
    assertThat(part(gone, "text/plain") + part(gone, "text/calendar")).doesNotContain(ROOM);
  }

  @Test
  void tellsAnotherRoomOnceAndToThoseWithASeatAlone() throws Exception {
    Instant publishedAt = Instant.now().plus(1, ChronoUnit.HOURS);
    meetup.publish(b -> b.setOnlineUrl(ROOM));
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(ada, 1);
    meetup.waitlist(bob, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    awaitMails(bob, "SEAT_WAITLISTED");

    meetup.publishAt(publishedAt);
    meetup.publish("See you there.", Notify.ALWAYS, b -> b.setOnlineUrl(ROOM + "2"));
    time.awaitVersion(meetup, 2);
    time.passTo(meetup, publishedAt.plus(WINDOW));

    Mail seat = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(part(seat, "text/plain"))
        .contains("Online address: " + ROOM + "2 (before: " + ROOM + ")");
    Mail waiting = awaitMails(bob, "SEAT_WAITLISTED", "SCHEDULE_CHANGED").getLast();
    assertThat(part(waiting, "text/plain")).contains("See you there.").doesNotContain(ROOM);
  }

  @Test
  void waitsForTheRoomOfAVersion() throws Exception {
    meetup.publishWithoutRoom(b -> b.setOnlineUrl(ROOM));
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    api.awaitStatus(ada, "SEAT_CONFIRMED", "QUEUED");
    assertThat(kindsFor(ada)).isEmpty();

    meetup.sendRoom(1, ROOM);

    assertThat(part(awaitMails(ada, "SEAT_CONFIRMED").getFirst(), "text/plain")).contains(ROOM);
  }

  /** Kafka may have compacted the room of a version away when that version is read. */
  @Test
  void takesALaterRoomForThatOfAVersion() throws Exception {
    meetup.sendRoom(3, ROOM + "3");
    meetup.publishWithoutRoom(b -> b.setOnlineUrl(ROOM));
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);

    assertThat(part(awaitMails(ada, "SEAT_CONFIRMED").getFirst(), "text/plain"))
        .contains(ROOM + "3");
  }

  @Test
  void holdsUpNoLaterVersionThatNeedsNoRoom() {
    meetup.publishWithoutRoom(b -> b.setOnlineUrl(ROOM));
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    api.awaitStatus(ada, "SEAT_CONFIRMED", "QUEUED");

    meetup.publish(b -> b.setOnlineUrl(null));

    awaitMails(ada, "SEAT_CONFIRMED");
  }

  @Test
  void tellsNobodyOfAVersionThatIsSentAgainWithoutItsRoom() throws Exception {
    meetup.publishAsBefore(b -> b.setOnlineUrl(ROOM));
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    awaitMails(ada, "SEAT_CONFIRMED");

    meetup.sendAgainWithoutRoom();
    time.passTo(meetup, Instant.now().plus(WINDOW).plusSeconds(1));
    awaitEverythingSoFar(meetup);

    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED");
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(bob, 1);
    assertThat(part(awaitMails(bob, "SEAT_CONFIRMED").getFirst(), "text/plain")).contains(ROOM);
  }
}
