package org.doorsopen.rsvp.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.MeetupsPage;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomePageTest {

  private static final PublishedMeetup EVENING = PublishedMeetups.aSummerEvening();

  @ParameterizedTest
  @CsvSource({
    "5, 0, 3 seats are free, good",
    "7, 0, 1 seat is free, good",
    "8, 0, All seats are taken, waiting",
    "8, 1, 'All seats are taken, 1 party waits', waiting",
    "8, 4, 'All seats are taken, 4 parties wait', waiting",
  })
  void saysHowItStandsWithSeats(int confirmed, int waiting, String words, String tone) {
    HomePage.Entry entry =
        entry(seated(confirmed, waiting), EVENING.windows().rsvpClosesAt().minusSeconds(1));

    assertThat(entry.seats()).isEqualTo(words);
    assertThat(entry.tone()).isEqualTo(tone);
  }

  @Test
  void saysWhenRsvpsOpenAndThatTheyAreClosed() {
    assertThat(entry(seated(0, 0), EVENING.windows().rsvpOpensAt().minusSeconds(1)).seats())
        .isEqualTo("RSVPs open on Tuesday, 11 June 2030, 18:00 (Europe/Berlin, UTC+02:00)");
    assertThat(entry(seated(0, 0), EVENING.windows().rsvpClosesAt()).seats())
        .isEqualTo("RSVPs are closed");
  }

  @Test
  void saysThatAMeetupIsCancelled() {
    HomePage.Entry entry =
        entry(PublishedMeetups.cancelled(EVENING), EVENING.windows().rsvpOpensAt());

    assertThat(entry.seats()).isEqualTo("Cancelled");
    assertThat(entry.tone()).isEqualTo("bad");
  }

  private static HomePage.Entry entry(Meetup meetup, Instant now) {
    return HomePage.of(new MeetupsPage(List.of(meetup), null), now, new Words().in(Locale.ENGLISH))
        .meetups()
        .getFirst();
  }

  private static Meetup seated(int confirmed, int waiting) {
    Meetup published = PublishedMeetups.published(EVENING);
    return new Meetup(
        published.meetupId(),
        published.version(),
        published.status(),
        published.publishedAt(),
        EVENING,
        new Meetup.Seats(8, confirmed, waiting));
  }
}
