package org.doorsopen.rsvp.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusPageTest {

  @Test
  void tellsAWaitingPartyItsPosition() {
    StatusPage page = StatusPage.of(status(RsvpStatus.State.WAITLISTED, null), null, false);

    assertThat(page.explanation()).startsWith("Your position is 4.");
    assertThat(page.cancellable()).isTrue();
    assertThat(page.changing()).isFalse();
  }

  @Test
  void asksAgainByItselfWhileNothingIsDecided() {
    assertThat(StatusPage.of(status(RsvpStatus.State.REQUESTED, null), null, false).changing())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUESTED", "CONFIRMED", "WAITLISTED"})
  void isBeingCancelledUntilThatIsDecided(RsvpStatus.State state) {
    StatusPage page = StatusPage.of(status(state, null), null, true);

    assertThat(page.headline()).isEqualTo("Your RSVP is being cancelled");
    assertThat(page.cancellable()).isFalse();
    assertThat(page.changing()).isTrue();
  }

  @Test
  void isCancelledOnceThatIsDecided() {
    StatusPage page =
        StatusPage.of(status(RsvpStatus.State.CANCELLED, Reason.ATTENDEE), null, true);

    assertThat(page.headline()).isEqualTo("Your RSVP is cancelled");
    assertThat(page.cancellable()).isFalse();
    assertThat(page.changing()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ALREADY_REGISTERED,already",
    "RSVPS_NOT_OPEN,not open yet",
    "RSVPS_CLOSED,closed",
    "TOO_MANY_GUESTS,guests",
    "FULL,taken",
    "MEETUP_CANCELLED,cancelled",
    "UNKNOWN_MEETUP,not be found",
    "UNKNOWN,cannot name",
    ",cannot name"
  })
  void saysInWordsWhyItDeclined(@Nullable Reason reason, String words) {
    StatusPage page = StatusPage.of(status(RsvpStatus.State.DECLINED, reason), null, false);

    assertThat(page.explanation()).contains(words);
  }

  @Test
  void showsTheEveningInItsOwnTime() {
    StatusPage page =
        StatusPage.of(
            status(RsvpStatus.State.CONFIRMED, null),
            PublishedMeetups.published(PublishedMeetups.aSummerEvening()),
            false);

    assertThat(page.meetup())
        .satisfies(evening -> {
          assertThat(evening.date()).isEqualTo("Wednesday, 12 June 2030");
          assertThat(evening.time()).isEqualTo("18:00–21:00");
          assertThat(evening.agenda())
              .containsExactly(
                  new StatusPage.Item("18:00", "Doors", ""),
                  new StatusPage.Item("18:30–19:00", "Small <i>kernels</i>", "Kai, Ada"));
        });
  }

  private static RsvpStatus status(RsvpStatus.State state, @Nullable Reason reason) {
    return new RsvpStatus("r", "m", state, 1, 0, "Ada", 4L, reason);
  }
}
