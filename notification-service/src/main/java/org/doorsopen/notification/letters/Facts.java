package org.doorsopen.notification.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.announcements.domain.Meetup.AgendaItem;
import org.doorsopen.notification.announcements.domain.Meetup.Venue;
import org.doorsopen.notification.letters.Letter.Fact;
import org.doorsopen.notification.letters.Letter.Link;
import org.jspecify.annotations.Nullable;

/** What one needs to know to be there. */
final class Facts {

  private static final String MAP = "https://www.openstreetmap.org/search?query=";

  private Facts() {}

  /**
   * @param coming whether the reader comes or may come, and so needs more than when and where
   */
  static List<Fact> of(Occasion occasion, Wording wording, boolean coming) {
    List<Fact> facts = new ArrayList<>();
    Meetup meetup = occasion.meetup();
    if (meetup == null) {
      return facts;
    }
    facts.add(new Fact(wording.say("fact.when"), wording.evening(meetup.times()), null));
    Venue venue = meetup.venue();
    if (venue != null) {
      Link way = new Link(wording.say("link.way"), map(venue));
      facts.add(new Fact(wording.say("fact.where"), wording.place(venue), coming ? way : null));
    }
    if (coming) {
      addForWhoComes(facts, occasion, meetup, wording);
    }
    return facts;
  }

  private static void addForWhoComes(
      List<Fact> facts, Occasion occasion, Meetup meetup, Wording wording) {
    addAddress(facts, wording.say("fact.online"), meetup.onlineUrl());
    if (occasion.hasSeat()) {
      String seats = wording.say("count", occasion.seats());
      facts.add(new Fact(wording.say("fact.seats"), seats, null));
    }
    if (!meetup.hosts().isEmpty()) {
      facts.add(new Fact(wording.say("fact.hosts"), wording.names(meetup.hosts()), null));
    }
    addAddress(facts, wording.say("fact.conduct"), meetup.codeOfConductUrl());
  }

  /** An item a line, with its times and speakers. */
  static List<String> agenda(Meetup meetup, Wording wording) {
    return meetup.agenda().stream().map(item -> line(item, meetup, wording)).toList();
  }

  private static String line(AgendaItem item, Meetup meetup, Wording wording) {
    String start = wording.onTheDay(item.startsAt(), meetup);
    String time =
        item.endsAt() == null ? start : start + "–" + wording.onTheDay(item.endsAt(), meetup);
    return item.speakers().isEmpty()
        ? wording.say("agenda.item", time, item.title())
        : wording.say("agenda.talk", time, item.title(), wording.names(item.speakers()));
  }

  private static void addAddress(List<Fact> facts, String label, @Nullable String url) {
    if (url != null) {
      facts.add(new Fact(label, url, isWebAddress(url) ? new Link(url, url) : null));
    }
  }

  /** What the venue says of itself, else a map that needs no account and follows nobody. */
  private static String map(Venue venue) {
    if (venue.url() != null && isWebAddress(venue.url())) {
      return venue.url();
    }
    String place = Objects.requireNonNullElse(venue.address(), venue.name());
    return MAP + URLEncoder.encode(place, UTF_8);
  }

  /** Nothing else becomes a link that somebody can click on. */
  private static boolean isWebAddress(String url) {
    return url.matches("(?i)https?://\\S+");
  }
}
