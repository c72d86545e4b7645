package org.doorsopen.rsvp.meetups;

import java.time.Instant;
import java.util.List;
import org.doorsopen.rsvp.meetups.PublishedMeetup.AgendaItem;
import org.doorsopen.rsvp.meetups.PublishedMeetup.Speaker;
import org.doorsopen.rsvp.meetups.PublishedMeetup.Venue;

/** Meetups for tests. */
public final class PublishedMeetups {

  private PublishedMeetups() {}

  /** 18:00 to 21:00 in Berlin, in summer. */
  public static PublishedMeetup aSummerEvening() {
    return aSummerEvening("Pods & <Clouds>");
  }

  public static PublishedMeetup aSummerEvening(String title) {
    Instant start = Instant.parse("2030-06-12T16:00:00Z");
    return new PublishedMeetup(
        title,
        "An evening, with talks; and pizza",
        null,
        List.of(),
        new PublishedMeetup.Place(new Venue("The Hall", "Street 1, 10115 Berlin", null), true),
        new PublishedMeetup.Times("Europe/Berlin", start, start.plusSeconds(3 * 3600)),
        new PublishedMeetup.Seating(8, 2, null, null, 0),
        new PublishedMeetup.Windows(start.minusSeconds(86_400), start, start),
        null,
        List.of(),
        List.of(
            new AgendaItem("doors", "DOORS", start, null, "Doors", null, List.of(), null, null),
            new AgendaItem(
                "kai",
                "TALK",
                start.plusSeconds(1800),
                start.plusSeconds(3600),
                "Small <i>kernels</i>",
                null,
                List.of(new Speaker("Kai", null, null), new Speaker("Ada", null, null)),
                null,
                null)));
  }

  public static Meetup published(PublishedMeetup contents) {
    return meetup(contents, 3, MeetupStatus.PUBLISHED);
  }

  public static Meetup cancelled(PublishedMeetup contents) {
    return meetup(contents, 4, MeetupStatus.CANCELLED);
  }

  private static Meetup meetup(PublishedMeetup contents, int version, MeetupStatus status) {
    return new Meetup(
        "meetup-1",
        version,
        status,
        Instant.parse("2030-05-01T12:00:00Z"),
        contents,
        new Meetup.Seats(8, 0, 0));
  }
}
