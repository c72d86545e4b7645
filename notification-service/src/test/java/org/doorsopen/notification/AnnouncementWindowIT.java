package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.NotificationService.ORGANIZER;
import static org.doorsopen.notification.NotificationService.WINDOW;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Organizers hold mails about changes back, or have them sent at once. */
@NotificationService
class AnnouncementWindowIT {

  private static final Duration HELD = Duration.ofHours(24);

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired TimeTravel time;
  @Autowired ClockOfTests clock;

  /** An hour ahead, as a publication of the time now would be told within the second. */
  private final Instant publishedAt = Instant.now().plus(1, ChronoUnit.HOURS);

  private Attendee ada = new Attendee("", "", "");

  @BeforeEach
  void hasASeat() {
    meetup.publish();
    ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    clock.setTo(publishedAt);
    meetup.publishAt(publishedAt);
  }

  @Test
  void countsThoseWhomTheMailsWillBeForAndSendsThemOnRequest() {
    Attendee bob = meetup.attendee("Bob");
    meetup.waitlist(bob, 1);
    awaitMails(bob, "SEAT_WAITLISTED");
    assertThat(part("")).contains("No mails about changes wait");
    move("https://meet.example/1", 2);

    assertThat(part("")).contains("One mail waits to go out, up to version 2", "/window/hold");
    assertThat(part("/clock")).contains("They go out in 0 min ");

    press("/now");
    time.passTo(meetup, clock.instant());
    awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED");
    assertThat(kindsFor(bob)).containsExactly("SEAT_WAITLISTED");
    assertThat(part("")).contains("No mails about changes wait");
    assertThat(part("/clock")).contains("on their way");
  }

  @Test
  void holdsWhatWasPublishedAndWhatIsPublishedMeanwhileUntilItIsSent() {
    move("https://meet.example/1", 2);

    press("/hold");
    press("/hold");
    move("https://meet.example/2", 3);
    time.passTo(meetup, publishedAt.plus(WINDOW).plusSeconds(60));

    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED");
    assertThat(part("")).contains("Held back by organizer", "up to version 3");

    press("/now");
    time.passTo(meetup, clock.instant());
    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(MailParts.part(mail, "text/plain"))
        .contains("https://meet.example/2 (before: none)");
  }

  @Test
  void endsAHoldThatWasForgottenByItself() {
    move("https://meet.example/1", 2);
    press("/hold");

    time.passTo(meetup, publishedAt.plus(HELD));

    awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED");
    meetup.publishAt(publishedAt.plus(HELD));
    move("https://meet.example/2", 3);
    time.passTo(meetup, publishedAt.plus(HELD).plus(WINDOW));
    awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED", "SCHEDULE_CHANGED");
  }

  @Test
  void holdsNoCancellation() {
    move("https://meet.example/1", 2);
    press("/hold");

    meetup.cancelMeetup("The pipes burst.");
    time.awaitVersion(meetup, 3);
    time.passTo(meetup, clock.instant());

    awaitMails(ada, "SEAT_CONFIRMED", "MEETUP_CANCELLED");
    assertThat(part("")).contains("No mails about changes wait");
  }

  private void move(String room, int version) {
    meetup.publish(changed -> changed.setOnlineUrl(room));
    time.awaitVersion(meetup, version);
  }

  private String part(String more) {
    HttpResponse<String> answer = api.get(path() + more, ORGANIZER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private void press(String button) {
    HttpResponse<String> answer = api.post(path() + button, ORGANIZER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .contains("/desk/meetups/" + meetup.meetupId + "/publish");
  }

  private String path() {
    return "/desk/mails/" + meetup.meetupId + "/window";
  }
}
