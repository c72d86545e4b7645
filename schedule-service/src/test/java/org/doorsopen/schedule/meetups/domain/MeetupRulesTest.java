package org.doorsopen.schedule.meetups.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.ENDS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.anItem;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seat rule 7, and the agenda within the evening. */
class MeetupRulesTest {

  private static final Instant PUBLISHED_AT = STARTS_AT.minus(Duration.ofDays(30));

  @Test
  void isContentWithAMeetupWithoutWindows() {
    assertThat(faults(aMeetup(), null)).isEmpty();
    assertThat(faults(aMeetup(), PUBLISHED_AT)).isEmpty();
  }

  @Test
  void isContentWithWindowsThatTouch() {
    Meetup meetup = with(aMeetup(), "rsvpOpensAt", STARTS_AT.minusMillis(1));
    assertThat(faults(with(meetup, "promotionsEndAt", ENDS_AT), null)).isEmpty();
    assertThat(
            faults(with(with(meetup, "rsvpClosesAt", ENDS_AT), "promotionsEndAt", ENDS_AT), null))
        .isEmpty();
  }

  @Test
  void refusesAnEndThatIsNotAfterTheStart() {
    assertThat(faults(with(aMeetup(), "endsAt", STARTS_AT), null)).contains("endsAt");
  }

  @Test
  void refusesToOpenWhenRsvpsAreClosed() {
    assertThat(faults(with(aMeetup(), "rsvpOpensAt", STARTS_AT), null))
        .containsExactly("rsvpOpensAt");
    assertThat(faults(with(aMeetup(), "rsvpClosesAt", PUBLISHED_AT), PUBLISHED_AT))
        .containsExactly("rsvpClosesAt");
    assertThat(faults(aMeetup(), STARTS_AT)).containsExactly("rsvpClosesAt");
  }

  @Test
  void refusesToPromoteNobodyWhileRsvpsAreTaken() {
    assertThat(faults(with(aMeetup(), "rsvpClosesAt", ENDS_AT), null))
        .containsExactly("rsvpClosesAt");
    assertThat(faults(with(aMeetup(), "promotionsEndAt", STARTS_AT.minusMillis(1)), null))
        .containsExactly("promotionsEndAt");
  }

  @Test
  void refusesToPromoteAfterTheEnd() {
    assertThat(faults(with(aMeetup(), "promotionsEndAt", ENDS_AT.plusMillis(1)), null))
        .containsExactly("promotionsEndAt");
  }

  @Test
  void invitesNobodyOnceRsvpsAreClosed() {
    Meetup windows = with(aMeetup(), "rsvpOpensAt", PUBLISHED_AT);
    Instant closesAt = STARTS_AT.minusSeconds(60);
    Meetup closing = with(windows, "rsvpClosesAt", closesAt);

    assertThat(MeetupRules.faultOfInviting(closing, closesAt.minusMillis(1))).isEmpty();
    assertThat(MeetupRules.faultOfInviting(closing, closesAt))
        .hasValueSatisfying(fault ->
            assertThat(fault.field() + " " + fault.message())
                .isEqualTo("rsvpClosesAt must be later than now, and is " + closesAt));
    assertThat(MeetupRules.faultOfInviting(windows, STARTS_AT.minusMillis(1))).isEmpty();
    assertThat(MeetupRules.faultOfInviting(windows, STARTS_AT))
        .hasValueSatisfying(fault -> assertThat(fault.message()).contains("the start"));
  }

  @Test
  void keepsTheAgendaWithinTheEvening() {
    assertThat(itemFaults(anItem("a", "First minute", 0))).isEmpty();
    assertThat(itemFaults(with(anItem("a", "Last", 0), "endsAt", ENDS_AT))).isEmpty();
    assertThat(itemFaults(anItem("a", "Early", -1))).containsExactly("startsAt");
    assertThat(itemFaults(anItem("a", "Late", 24 * 60))).containsExactly("startsAt");
    assertThat(itemFaults(with(anItem("a", "Long", 0), "endsAt", ENDS_AT.plusMillis(1))))
        .containsExactly("endsAt");
    assertThat(itemFaults(with(anItem("a", "Backwards", 5), "endsAt", STARTS_AT)))
        .containsExactly("endsAt");
  }

  @Test
  void remindsFromFiveMinutesToFourteenDaysBeforeTheStartAndOnceEach() {
    Duration shortest = Duration.ofMinutes(5);
    Duration longest = Duration.ofDays(14);

    assertThat(MeetupRules.faults(List.of())).isEmpty();
    assertThat(MeetupRules.faults(List.of(shortest, longest))).isEmpty();
    assertThat(
            MeetupRules.faults(
                List.of(shortest.minusSeconds(1), shortest, longest.plusSeconds(1), shortest)))
        .extracting(Fault::field)
        .containsExactly("reminders[0]", "reminders[2]", "reminders[3]");
  }

  @Test
  void fillsInTheWindowsFromTheFirstPublicationAndTheStart() {
    Meetup published = aMeetup().withDefaults(PUBLISHED_AT);
    Meetup moved = with(aMeetup(), "startsAt", STARTS_AT.plusSeconds(60));

    assertThat(published.windows().rsvpOpensAt()).isEqualTo(PUBLISHED_AT);
    assertThat(published.windows().rsvpClosesAt()).isEqualTo(STARTS_AT);
    assertThat(published.windows().promotionsEndAt()).isEqualTo(STARTS_AT);
    assertThat(moved.withDefaults(PUBLISHED_AT).windows().rsvpClosesAt())
        .isEqualTo(moved.times().startsAt());
    assertThat(
            with(moved, "rsvpClosesAt", STARTS_AT)
                .withDefaults(PUBLISHED_AT)
                .windows()
                .rsvpClosesAt())
        .isEqualTo(STARTS_AT);
  }

  private static List<String> faults(Meetup meetup, @Nullable Instant firstPublishedAt) {
    return MeetupRules.faults(meetup, firstPublishedAt).stream().map(Fault::field).toList();
  }

  private static List<String> itemFaults(AgendaItem item) {
    return MeetupRules.faults(item, STARTS_AT, ENDS_AT).stream().map(Fault::field).toList();
  }
}
