package org.doorsopen.schedule.desk.preview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.doorsopen.pages.evening.EveningParts;
import org.doorsopen.pages.evening.EveningParts.Item;
import org.doorsopen.pages.evening.EveningParts.Named;
import org.doorsopen.pages.evening.EveningParts.Place;
import org.doorsopen.pages.evening.EveningParts.Speaker;
import org.doorsopen.pages.evening.EveningParts.When;
import org.doorsopen.pages.evening.EveningParts.Whereabouts;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a draft as the public page will have them.
 *
 * @param note that it is a draft, and until when it can be seen
 * @param description in paragraphs
 * @param seats how many there will be
 */
record PreviewPage(
    String title,
    String note,
    @Nullable String summary,
    Whereabouts whereabouts,
    String seats,
    List<Item> agenda,
    List<String> description,
    List<Named> hosts,
    List<Named> sponsors,
    @Nullable String codeOfConduct) {

  static PreviewPage of(Meetup meetup, Instant end, Speech speech) {
    Times times = meetup.times();
    ZoneId zone = times.timeZone();
    Venue venue = meetup.place().venue();
    return new PreviewPage(
        meetup.title(),
        speech.say("preview.note", speech.times().moment(end, zone)),
        meetup.summary(),
        new Whereabouts(
            When.of(times.startsAt(), times.endsAt(), zone, speech.times()),
            venue == null ? null : Place.of(venue.name(), venue.address(), venue.url()),
            online(meetup, speech)),
        speech.say("preview.seats", meetup.seating().capacity()),
        meetup.agenda().stream().map(item -> item(item, times, speech.times())).toList(),
        EveningParts.paragraphs(meetup.description()),
        meetup.hosts().stream().map(host -> new Named(host.name(), host.url(), null)).toList(),
        meetup.sponsors().stream()
            .map(sponsor -> new Named(sponsor.name(), sponsor.url(), sponsor.contribution()))
            .toList(),
        meetup.codeOfConductUrl());
  }

  private static @Nullable String online(Meetup meetup, Speech speech) {
    if (meetup.place().onlineUrl() == null) {
      return null;
    }
    return speech.say(
        meetup.place().venue() == null ? "preview.online.only" : "preview.online.also");
  }

  private static Item item(AgendaItem item, Times evening, LocalTimes times) {
    return new Item(
        item.startsAt().toString(),
        times.onTheDay(item.startsAt(), item.endsAt(), evening.startsAt(), evening.timeZone()),
        item.title(),
        item.speakers().stream()
            .map(speaker -> Speaker.of(speaker.name(), speaker.role(), speaker.organization()))
            .toList(),
        EveningParts.paragraphs(item.abstractText()),
        item.slidesUrl(),
        item.recordingUrl());
  }
}
