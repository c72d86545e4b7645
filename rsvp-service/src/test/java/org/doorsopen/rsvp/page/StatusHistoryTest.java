package org.doorsopen.rsvp.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.MeetupStatus;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.doorsopen.rsvp.page.StatusHistory.Line;
import org.doorsopen.rsvp.status.Happening;
import org.doorsopen.rsvp.status.Happening.Figures;
import org.doorsopen.rsvp.status.Happening.Kind;
import org.doorsopen.rsvp.status.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusHistoryTest {

  private static final Speech ENGLISH = new Words().in(Locale.ENGLISH);
  private static final Speech GERMAN = new Words().in(Locale.GERMAN);
  private static final Instant AT = Instant.parse("2026-03-12T17:04:00Z");
  private static final Meetup MEETUP =
      PublishedMeetups.published(PublishedMeetups.aSummerEvening());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          CONFIRMED        | 2 | -           | 34/80 | - | You got 2 seats: 34 of 80 were taken then.
          CONFIRMED        | 1 | -           | -     | - | You got a seat.
          PROMOTED         | 1 | -           | 80/80 | - | You moved up: a seat is yours.
          WAITLISTED       | 1 | -           | 80/80 | 7 | The room was full, 80 of 80; you got number 7 on the waitlist.
          WAITLISTED       | 3 | -           | 78/80 | 1 | 78 of 80 seats were taken, and the rest was too few; you got number 1 on the waitlist.
          WAITLISTED       | 3 | -           | -     | - | You came onto the waitlist.
          OTHER_LEFT       | 1 | -           | -     | 6 | A party before you left the waitlist; you became number 6.
          OTHER_LEFT       | 1 | -           | -     | - | A party before you left the waitlist.
          OTHER_PROMOTED   | 1 | -           | -     | 5 | A party before you moved up; you became number 5.
          OTHER_PROMOTED   | 1 | -           | -     | - | A party before you moved up.
          PROMOTIONS_ENDED | 1 | WAITLIST_CLOSED | 80/80 | - | The waitlist was closed.
          AWAITED          | 1 | -           | 80/80 | - | We reminded you to confirm your address.
          NOTED            | 1 | -           | 80/80 | - | You confirmed your address.
          RELEASED         | 1 | ATTENDEE    | 79/80 | - | You cancelled your RSVP.
          RELEASED         | 1 | ORGANIZER   | 79/80 | - | The organizer has cancelled your RSVP.
          RELEASED         | 1 | UNKNOWN     | 79/80 | - | Your RSVP ended.
          DECLINED         | 1 | FULL        | 80/80 | - | We could not give you a seat.
          """)
  void saysInWordsWhatHappened(
      Kind kind,
      int seats,
      @Nullable Reason reason,
      @Nullable String figures,
      @Nullable Long position,
      String words) {
    Happening happening = new Happening(kind, seats, reason, AT, figures(figures), position);

    List<Line> lines = StatusHistory.of(List.of(happening), MEETUP, ENGLISH).lines();

    assertThat(lines).extracting(Line::text).containsExactly(words);
    assertThat(StatusHistory.of(List.of(happening), MEETUP, GERMAN).lines())
        .extracting(Line::text)
        .doesNotContain(words);
  }

  @Test
  void saysWhenInTheZoneOfTheMeetup() {
    Happening happening = new Happening(Kind.PROMOTED, 1, null, AT, null, null);

    assertThat(StatusHistory.of(List.of(happening), MEETUP, ENGLISH).lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.iso()).isEqualTo("2026-03-12T17:04:00Z");
          assertThat(line.time()).contains("12 March 2026", "18:04");
        });
  }

  @Test
  void endsWithTheMeetupThatWasCancelled() {
    Meetup cancelled =
        new Meetup(
            MEETUP.meetupId(),
            2,
            MeetupStatus.CANCELLED,
            MEETUP.publishedAt(),
            MEETUP.contents(),
            MEETUP.seats());
    Happening happening = new Happening(Kind.PROMOTED, 1, null, AT, null, null);

    assertThat(StatusHistory.of(List.of(happening), cancelled, ENGLISH).lines())
        .extracting(Line::text)
        .last()
        .isEqualTo("The meetup was cancelled.");
    assertThat(StatusHistory.of(List.of(), cancelled, ENGLISH).lines()).isEmpty();
  }

  private static @Nullable Figures figures(@Nullable String text) {
    if (text == null) {
      return null;
    }
    List<Integer> parts = Arrays.stream(text.split("/")).map(Integer::valueOf).toList();
    return new Figures(parts.getLast(), parts.getFirst());
  }
}
