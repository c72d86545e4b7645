package org.doorsopen.notification.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.notification.letters.Letter.Fact;
import org.doorsopen.notification.letters.Letter.Link;
import org.jspecify.annotations.Nullable;

/** The facts that a reader needs in order to be there: when, where, and with whom. */
final class KeyFacts {

  private static final String MAP = "https://www.openstreetmap.org/search?query=";

  private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://\\S+");

  private KeyFacts() {}

  /**
   * @param coming whether the reader comes or may come, and so needs more than time and place
   */
  static List<Fact> of(LetterContext context, LocalizedText text, boolean coming) {
    List<Fact> facts = new ArrayList<>();
    Meetup meetup = context.meetup();
    if (meetup == null) {
      return facts;
    }
    facts.add(new Fact(text.say("fact.when"), text.evening(meetup.times()), null));
    Venue venue = meetup.place().venue();
    if (venue != null) {
      Link way = new Link(text.say("link.way"), map(venue));
      facts.add(new Fact(text.say("fact.where"), text.place(venue), coming ? way : null));
    }
    if (coming) {
      addDetails(facts, context, meetup, text);
    }
    return facts;
  }

  private static void addDetails(
      List<Fact> facts, LetterContext context, Meetup meetup, LocalizedText text) {
    if (context.hasSeat()) {
      addAddress(facts, text.say("fact.online"), meetup.place().onlineUrl());
    } else if (meetup.place().onlineUrl() != null) {
      facts.add(new Fact(text.say("fact.online"), text.say("online.with.seat"), null));
    }
    if (context.hasSeat()) {
      String seats = text.say("count", context.seats());
      facts.add(new Fact(text.say("fact.seats"), seats, null));
    }
    if (!meetup.hosts().isEmpty()) {
      facts.add(new Fact(text.say("fact.hosts"), text.names(meetup.hosts()), null));
    }
    addAddress(facts, text.say("fact.conduct"), meetup.codeOfConductUrl());
  }

  /** One line for each agenda item, with its times and speakers. */
  static List<String> agenda(Meetup meetup, LocalizedText text) {
    return meetup.agenda().stream().map(item -> line(item, meetup, text)).toList();
  }

  private static String line(AgendaItem item, Meetup meetup, LocalizedText text) {
    String time = text.onTheDay(item.startsAt(), item.endsAt(), meetup.times());
    return item.speakers().isEmpty()
        ? text.say("agenda.item", time, item.title())
        : text.say("agenda.talk", time, item.title(), text.names(item.speakers()));
  }

  private static void addAddress(List<Fact> facts, String label, @Nullable String url) {
    if (url != null) {
      facts.add(new Fact(label, url, isWebAddress(url) ? new Link(url, url) : null));
    }
  }

  /** The venue's own page, or else a map that needs no account and tracks nobody. */
  private static String map(Venue venue) {
    if (venue.url() != null && isWebAddress(venue.url())) {
      return venue.url();
    }
    String place = Objects.requireNonNullElse(venue.address(), venue.name());
    return MAP + URLEncoder.encode(place, UTF_8);
  }

  /** Only web addresses become links; an organizer could have entered any other scheme. */
  private static boolean isWebAddress(String url) {
    return WEB_ADDRESS.matcher(url).matches();
  }
}
