package org.doorsopen.schedule.meetups.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.ENDS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeetupTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void keepsTimesOfAnEarlierVersionThatReadTheSame() {
    Meetup earlier = with(aMeetup(), "startsAt", STARTS_AT.plusSeconds(30)).withDefaults(FIRST);
    Meetup now = with(aMeetup(), "endsAt", ENDS_AT.plusSeconds(60)).withDefaults(FIRST);

    Meetup kept = now.keepingTimesOf(earlier);

    assertThat(kept.times().startsAt()).isEqualTo(STARTS_AT.plusSeconds(30));
    assertThat(kept.windows()).isEqualTo(earlier.windows());
    assertThat(kept.times().endsAt()).isEqualTo(ENDS_AT.plusSeconds(60));
  }

  @Test
  void keepsWindowsWithTheStartAndTheEndAndOthersToTheMillisecond() {
    Meetup earlier = aMeetup().withDefaults(FIRST);
    Meetup ending = with(with(aMeetup(), "endsAt", ENDS_AT.plusSeconds(9)), "rsvpOpensAt", FIRST);
    Meetup now =
        with(
            with(ending, "promotionsEndAt", ENDS_AT.plusSeconds(9)),
            "rsvpClosesAt",
            STARTS_AT.plusSeconds(9));

    assertThat(now.keepingTimesOf(earlier).times()).isEqualTo(earlier.times());
    assertThat(now.keepingTimesOf(earlier).windows())
        .isEqualTo(new Windows(FIRST, STARTS_AT.plusSeconds(9), ENDS_AT));
  }
}
