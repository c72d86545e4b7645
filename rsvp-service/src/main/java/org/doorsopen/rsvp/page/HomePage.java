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
 * The texts of the page with the upcoming meetups, or of one with those that were.
 *
 * @param past whether the meetups are over
 * @param more the address of the page that follows, and its words; null on the last
 * @param other the way from the upcoming meetups to the past ones, and back
 */
record HomePage(String title, boolean past, List<Entry> meetups, @Nullable Way more, Way other) {

  record Way(String href, String words) {}

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
        speech.say("home.title"),
        false,
        entries(page, now, speech),
        more(page, "/?next=", speech.say("home.later")),
        new Way("/?past=", speech.say("home.past")));
  }

  static HomePage ofPast(MeetupsPage page, Instant now, Speech speech) {
    return new HomePage(
        speech.say("home.past"),
        true,
        entries(page, now, speech),
        more(page, "/?past=", speech.say("home.earlier")),
        new Way("/", speech.say("home.title")));
  }

  private static List<Entry> entries(MeetupsPage page, Instant now, Speech speech) {
    return page.meetups().stream().map(meetup -> entry(meetup, now, speech)).toList();
  }

  private static @Nullable Way more(MeetupsPage page, String address, String words) {
    return page.next() == null ? null : new Way(address + page.next().text(), words);
  }

  private static Entry entry(Meetup meetup, Instant now, Speech speech) {
    PublishedMeetup contents = meetup.contents();
    ZoneId zone = ZoneId.of(contents.times().timeZone());
    PublishedMeetup.Venue venue = contents.place().venue();
    Availability seats = Availability.of(meetup, now, speech);
    return new Entry(
        "/meetups/" + meetup.meetupId(),
        contents.title(),
        contents.summary(),
        speech.times().span(contents.times().startsAt(), contents.times().endsAt(), zone),
        venue == null ? null : venue.name(),
        venue == null ? null : venue.address(),
        seats.text(),
        seats.tone());
  }
}
