package org.doorsopen.rsvp.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.meetups.MeetupStatus;
import org.doorsopen.rsvp.status.RsvpStatus.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RsvpStatusTest {

  private static final RsvpKey KEY = new RsvpKey("r", "m");

  @Test
  void isRequestedWhileNothingIsKnown() {
    Facts nothing =
        new Facts(
            RsvpStatus.State.REQUESTED, null, null, null, false, null, null, null, null, false);

    assertThat(RsvpStatus.derive(KEY, nothing))
        .isEqualTo(
            new RsvpStatus(
                "r",
                "m",
                RsvpStatus.State.REQUESTED,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null));
  }

  @Test
  void countsGuestsWithoutTheAttendee() {
    RsvpStatus status =
        RsvpStatus.derive(KEY, facts(RsvpStatus.State.CONFIRMED, null, true, false));

    assertThat(status.seats()).isEqualTo(3);
    assertThat(status.guests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRMED", "WAITLISTED"})
  void isCancelledWithTheMeetup(RsvpStatus.State state) {
    RsvpStatus status = RsvpStatus.derive(KEY, facts(state, null, false, true));

    assertThat(status.status()).isEqualTo(RsvpStatus.State.CANCELLED);
    assertThat(status.reason()).isEqualTo(Reason.MEETUP_CANCELLED);
    assertThat(status.waitlistPosition()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUESTED", "CANCELLED", "DECLINED"})
  void keepsWhatWasOverBeforeTheMeetupWasCancelled(RsvpStatus.State state) {
    RsvpStatus status = RsvpStatus.derive(KEY, facts(state, Reason.ATTENDEE, false, true));

    assertThat(status.status()).isEqualTo(state);
    assertThat(status.reason()).isEqualTo(Reason.ATTENDEE);
  }

  @Test
  void waitsWithTheReasonWhenTheWaitlistIsClosed() {
    RsvpStatus status =
        RsvpStatus.derive(
            KEY, facts(RsvpStatus.State.WAITLISTED, Reason.WAITLIST_CLOSED, true, false));

    assertThat(status.status()).isEqualTo(RsvpStatus.State.WAITLISTED);
    assertThat(status.reason()).isEqualTo(Reason.WAITLIST_CLOSED);
    assertThat(status.waitlistPosition()).isEqualTo(4);
  }

  @Test
  void waitsAsBeforeWhenPromotionsRunAgain() {
    RsvpStatus status =
        RsvpStatus.derive(
            KEY, facts(RsvpStatus.State.WAITLISTED, Reason.WAITLIST_CLOSED, false, false));

    assertThat(status.reason()).isNull();
  }

  private static Facts facts(
      RsvpStatus.State state, @Nullable Reason reason, boolean promotionsEnded, boolean cancelled) {
    MeetupStatus meetup = cancelled ? MeetupStatus.CANCELLED : MeetupStatus.PUBLISHED;
    return new Facts(state, reason, null, null, false, 3, 4L, "Ada", meetup, promotionsEnded);
  }

  @Test
  void tellsNobodyWhoOnlyTypedAnAddressThatItIsRegistered() {
    RsvpStatus fresh =
        RsvpStatus.derive(
            KEY,
            new Facts(
                RsvpStatus.State.REQUESTED,
                null,
                null,
                null,
                false,
                null,
                null,
                "Ada",
                null,
                false));

    assertThat(declined(Reason.ALREADY_REGISTERED, null).toldToAnybody()).isEqualTo(fresh);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"RSVPS_NOT_OPEN", "RSVPS_CLOSED", "TOO_MANY_GUESTS", "ROOM_TOO_SMALL", "FULL"})
  void tellsThemWhatAnyOtherAddressWouldHaveLedTo(Reason reason) {
    assertThat(declined(Reason.ALREADY_REGISTERED, reason).toldToAnybody())
        .isEqualTo(declined(reason, null))
        .isEqualTo(declined(reason, null).toldToAnybody());
  }

  private static RsvpStatus declined(Reason reason, @Nullable Reason otherwise) {
    return RsvpStatus.derive(
        KEY,
        new Facts(
            RsvpStatus.State.DECLINED,
            reason,
            otherwise,
            null,
            false,
            3,
            null,
            "Ada",
            null,
            false));
  }
}
