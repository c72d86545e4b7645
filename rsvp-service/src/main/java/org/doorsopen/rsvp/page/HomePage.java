package org.doorsopen.rsvp.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.MeetupsPage;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page with the upcoming meetups.
 *
 * @param later the address of the page with those after them, or null
 */
record HomePage(List<Entry> meetups, @Nullable String later) {

  /**
   * @param href of the meetup's own page
   * @param seats how it stands with seats, or why there are none to have
   * @param tone one of good, waiting, bad: a CSS class
   */
  record Entry(
      String href,
      String title,
      @Nullable String summary,
      LocalTimes.Span when,
      @Nullable String place,
      @Nullable String address,
      String seats,
      String tone) {}

  static HomePage of(MeetupsPage page, Instant now, Speech speech) {
    return new HomePage(
        page.meetups().stream().map(meetup -> entry(meetup, now, speech)).toList(),
        page.next() == null ? null : "/?next=" + page.next().text());
  }

  private static Entry entry(Meetup meetup, Instant now, Speech speech) {
    PublishedMeetup contents = meetup.contents();
    ZoneId zone = ZoneId.of(contents.timeZone());
    PublishedMeetup.Venue venue = contents.venue();
    Availability seats = Availability.of(meetup, now, speech);
    return new Entry(
        "/meetups/" + meetup.meetupId(),
        contents.title(),
        contents.summary(),
        speech.times().span(contents.startsAt(), contents.endsAt(), zone),
        venue == null ? null : venue.name(),
        venue == null ? null : venue.address(),
        seats.text(),
        seats.tone());
  }
}
