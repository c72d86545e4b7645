package org.doorsopen.schedule.meetups.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextEveningTest {

  @Test
  void isOnTheSameWeekdayAtTheSameLocalTimes() {
    Meetup next = NextEvening.after(aMeetup(), STARTS_AT.minusSeconds(1));

    // The clocks of Berlin are put forward between the two.
    assertThat(next.times().startsAt()).isEqualTo("2026-04-02T16:00:00Z");
    assertThat(next.times().endsAt()).isEqualTo("2026-04-02T19:30:00Z");
    assertThat(next.agenda())
        .extracting(AgendaItem::startsAt)
        .containsExactly(
            Instant.parse("2026-04-02T16:00:00Z"), Instant.parse("2026-04-02T17:45:00Z"));
  }

  @Test
  void isAheadHoweverLongTheLastOneIsOver() {
    for (int day = 0; day < 200; day++) {
      Instant now = STARTS_AT.plus(Duration.ofDays(day)).plusSeconds(7_200);

      assertThat(NextEvening.after(aMeetup(), now).times().startsAt())
          .isAfter(now)
          .isBefore(now.plus(Duration.ofDays(29)));
    }
  }

  @Test
  void leavesBehindWhatWasTrueForTheLastOneOnly() {
    AgendaItem talk =
        with(
            with(aMeetup().agenda().getLast(), "slidesUrl", "https://example.org/slides"),
            "recordingUrl",
            "https://example.org/film");
    Meetup last =
        with(
            with(
                with(aMeetup(), "onlineUrl", "https://example.org/room"),
                "rsvpClosesAt",
                STARTS_AT.minusSeconds(60)),
            "agenda",
            List.of(talk));

    Meetup next = NextEvening.after(last, STARTS_AT);

    assertThat(next.windows()).isEqualTo(Windows.UNSET);
    assertThat(next.place()).isEqualTo(new Place(last.place().venue(), null));
    assertThat(next.agenda())
        .singleElement()
        .returns(AgendaItem.NO_ID, AgendaItem::id)
        .returns(null, AgendaItem::slidesUrl)
        .returns(null, AgendaItem::recordingUrl)
        .returns(talk.title(), AgendaItem::title)
        .returns(talk.speakers(), AgendaItem::speakers);
    assertThat(next.seating()).isEqualTo(last.seating());
    assertThat(next.sponsors()).isEqualTo(last.sponsors());
  }
}
