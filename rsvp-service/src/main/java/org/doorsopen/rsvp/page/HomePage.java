package org.doorsopen.rsvp.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.jspecify.annotations.Nullable;

/** The texts of the page with the upcoming meetups. */
record HomePage(List<Entry> meetups) {

  /**
   * @param seats how it stands with seats, or why there are none to have
   * @param tone one of good, waiting, bad: a CSS class
   */
  record Entry(
      String title,
      @Nullable String summary,
      LocalTimes.Span when,
      @Nullable String place,
      @Nullable String address,
      String seats,
      String tone) {}

  static HomePage of(List<Meetup> meetups, Instant now, Speech speech) {
    return new HomePage(meetups.stream().map(meetup -> entry(meetup, now, speech)).toList());
  }

  private static Entry entry(Meetup meetup, Instant now, Speech speech) {
    PublishedMeetup contents = meetup.contents();
    ZoneId zone = ZoneId.of(contents.timeZone());
    PublishedMeetup.Venue venue = contents.venue();
    boolean free = isOpen(meetup, now) && free(meetup) > 0;
    return new Entry(
        contents.title(),
        contents.summary(),
        speech.times().span(contents.startsAt(), contents.endsAt(), zone),
        venue == null ? null : venue.name(),
        venue == null ? null : venue.address(),
        seats(meetup, now, zone, speech),
        meetup.cancelled() ? "bad" : free ? "good" : "waiting");
  }

  private static boolean isOpen(Meetup meetup, Instant now) {
    return !now.isBefore(meetup.contents().rsvpOpensAt())
        && now.isBefore(meetup.contents().rsvpClosesAt());
  }

  private static int free(Meetup meetup) {
    return meetup.seats().capacity() - meetup.seats().confirmed();
  }

  private static String seats(Meetup meetup, Instant now, ZoneId zone, Speech speech) {
    if (meetup.cancelled()) {
      return speech.say("home.cancelled");
    }
    if (now.isBefore(meetup.contents().rsvpOpensAt())) {
      return speech.say("home.opens", speech.times().moment(meetup.contents().rsvpOpensAt(), zone));
    }
    if (!isOpen(meetup, now)) {
      return speech.say("home.closed");
    }
    if (free(meetup) > 0) {
      return speech.say("home.free", free(meetup));
    }
    int waiting = meetup.seats().waitlisted();
    return waiting == 0 ? speech.say("home.full") : speech.say("home.waiting", waiting);
  }
}
