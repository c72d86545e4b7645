package org.doorsopen.rsvp.page.meetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.doorsopen.rsvp.page.Availability.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetupPageTest {

  private static final PublishedMeetup EVENING = PublishedMeetups.aSummerEvening();
  private static final Instant OPEN = EVENING.windows().rsvpOpensAt();

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, NOT_OPEN, PreOrder",
    "0, 7, 0, FREE, InStock",
    "0, 8, 0, WAITLIST, BackOrder",
    "0, 8, 3, WAITLIST, BackOrder",
    "86400, 0, 0, CLOSED, SoldOut",
    "97200, 0, 0, OVER, SoldOut",
  })
  void saysHowItStandsForPeopleAndForPrograms(
      long seconds, int confirmed, int waiting, Kind kind, String availability) {
    MeetupPage page = page(seated(confirmed, waiting), OPEN.plusSeconds(seconds));

    assertThat(page.seats().now().kind()).isEqualTo(kind);
    assertThat(page.terms().availability()).isEqualTo("https://schema.org/" + availability);
    assertThat(page.terms().status()).isEqualTo("https://schema.org/EventScheduled");
  }

  @Test
  void saysThatACancelledOneDoesNotTakePlace() {
    MeetupPage page = page(PublishedMeetups.cancelled(EVENING), OPEN);

    assertThat(page.seats().now().text()).isEqualTo("Cancelled");
    assertThat(page.seats().now().takesRsvps()).isFalse();
    assertThat(page.seats().windows()).isEmpty();
    assertThat(page.terms().status()).isEqualTo("https://schema.org/EventCancelled");
  }

  @Test
  void tellsOfTheRoomOnlineAndNotWhereItIs() {
    MeetupPage page = page(seated(0, 0), OPEN);

    assertThat(page.whereabouts().online())
        .isEqualTo("Also online; people with a seat get the address");
    assertThat(page.terms().attendance()).isEqualTo("https://schema.org/MixedEventAttendanceMode");
    assertThat(page.toString()).doesNotContain("example.org/live");
  }

  @Test
  void leadsToAMapByTheAddress() {
    assertThat(page(seated(0, 0), OPEN).whereabouts().place().map())
        .isEqualTo("https://www.openstreetmap.org/search?query=Street+1%2C+10115+Berlin");
  }

  @Test
  void isSharedWithTitleDateAndPlace() {
    assertThat(page(seated(0, 0), OPEN).share().title())
        .isEqualTo("Pods & <Clouds>, Wednesday, 12 June 2030");
    assertThat(page(seated(0, 0), OPEN).share().description())
        .isEqualTo("18:00–21:00 · The Hall · An evening, with talks; and pizza");
  }

  private static MeetupPage page(Meetup meetup, Instant now) {
    return MeetupPage.of(
        meetup, "https://meetups.example.org/meetups/1", now, new Words().in(Locale.ENGLISH));
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
