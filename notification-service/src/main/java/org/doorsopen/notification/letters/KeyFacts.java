package org.doorsopen.notification.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.notification.letters.Letter.Fact;
import org.doorsopen.notification.letters.Letter.Link;
import org.doorsopen.pages.words.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * The facts that a reader needs in order to be there: when, where, and with whom. They are the same
 * in many letters, so they are remembered.
 */
@Component
class KeyFacts {

  private static final String MAP = "https://www.openstreetmap.org/search?query=";

  private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://\\S+");

  private static final int MAX_REMEMBERED = 50;

  private final MessageSource messages;

  private final ConcurrentLruCache<Reader, List<Fact>> facts =
      new ConcurrentLruCache<>(MAX_REMEMBERED, this::write);

  private final ConcurrentLruCache<Agenda, List<String>> agendas =
      new ConcurrentLruCache<>(MAX_REMEMBERED, this::write);

  KeyFacts(MessageSource messages) {
    this.messages = messages;
  }

  /** All that the facts depend on. */
  private record Reader(
      Meetup meetup, Locale language, boolean coming, boolean hasSeat, int seats) {}

  private record Agenda(Meetup meetup, Locale language) {}

  /**
   * @param coming whether the reader comes or may come, and so needs more than time and place
   */
  List<Fact> of(LetterContext context, boolean coming) {
    Meetup meetup = context.meetup();
    return meetup == null
        ? List.of()
        : facts.get(
            new Reader(meetup, language(context), coming, context.hasSeat(), context.seats()));
  }

  /** One line for each agenda item, with its times and speakers. */
  List<String> agenda(LetterContext context) {
    Meetup meetup = context.meetup();
    return meetup == null ? List.of() : agendas.get(new Agenda(meetup, language(context)));
  }

  private static Locale language(LetterContext context) {
    return Languages.closestTo(context.contact().locale());
  }

  private List<Fact> write(Reader reader) {
    LocalizedText text = new LocalizedText(messages, reader.language());
    Meetup meetup = reader.meetup();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(text.say("fact.when"), text.evening(meetup.times()), null));
    Venue venue = meetup.place().venue();
    if (venue != null) {
      Link way = new Link(text.say("link.way"), map(venue));
      facts.add(new Fact(text.say("fact.where"), text.place(venue), reader.coming() ? way : null));
    }
    if (reader.coming()) {
      addDetails(facts, reader, text);
    }
    return List.copyOf(facts);
  }

  private static void addDetails(List<Fact> facts, Reader reader, LocalizedText text) {
    Meetup meetup = reader.meetup();
    if (reader.hasSeat()) {
      addAddress(facts, text.say("fact.online"), meetup.place().onlineUrl());
    } else if (meetup.place().onlineUrl() != null) {
      facts.add(new Fact(text.say("fact.online"), text.say("online.with.seat"), null));
    }
    if (reader.hasSeat()) {
      String seats = text.say("count", reader.seats());
      facts.add(new Fact(text.say("fact.seats"), seats, null));
    }
    if (!meetup.hosts().isEmpty()) {
      facts.add(new Fact(text.say("fact.hosts"), text.names(meetup.hosts()), null));
    }
    addAddress(facts, text.say("fact.conduct"), meetup.codeOfConductUrl());
  }

  private List<String> write(Agenda agenda) {
    LocalizedText text = new LocalizedText(messages, agenda.language());
    Meetup meetup = agenda.meetup();
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
