package org.doorsopen.notification.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.doorsopen.notification.announcements.Recipient;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.announcements.domain.Meetup.AgendaItem;
import org.doorsopen.notification.announcements.domain.Meetup.Venue;
import org.doorsopen.notification.announcements.domain.Standing;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.letters.Letter.Fact;
import org.doorsopen.notification.letters.Letter.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an occasion into words. */
@Component
class LetterWriter {

  private final MessageSource messages;

  LetterWriter(MessageSource messages) {
    this.messages = messages;
  }

  Letter write(Occasion occasion) {
    Wording wording = new Wording(messages, occasion.contact().locale());
    MailKind kind = occasion.mail().kind();
    boolean manages = kind.looksForward() && kind != MailKind.WAITLIST_CLOSED;
    return new Letter(
        wording.language(),
        wording.say("subject." + kind, title(occasion, wording), seats(occasion, wording)),
        wording.say("greeting", occasion.contact().name()),
        paragraphs(occasion, wording),
        news(occasion, wording),
        facts(occasion, wording, manages),
        program(occasion, wording),
        occasion.link(),
        wording.say(manages ? "link.manage" : "link.see"),
        wording.say(manages && hasSeat(occasion) ? "closing" : "closing.other"),
        wording.say("footer"));
  }

  private static List<String> paragraphs(Occasion occasion, Wording wording) {
    String title = title(occasion, wording);
    String kind = occasion.mail().kind().name();
    String reason = kind + "." + occasion.mail().facts().reason();
    return switch (occasion.mail().kind()) {
      case SEAT_CONFIRMED, SEAT_PROMOTED ->
          List.of(wording.say(kind, title, seatCount(occasion)), wording.say(kind + ".next"));
      case SEAT_WAITLISTED ->
          List.of(wording.say(kind, title, position(occasion)), wording.say(kind + ".next"));
      case RSVP_CANCELLED -> List.of(wording.sayOr(reason, kind + ".UNKNOWN", title));
      case RSVP_DECLINED ->
          List.of(wording.say(kind, title), wording.sayOr(reason, kind + ".UNKNOWN"));
      case ALREADY_REGISTERED -> alreadyRegistered(occasion, wording);
      case WAITLIST_CLOSED, SCHEDULE_CHANGED ->
          List.of(wording.say(kind, title), wording.say(kind + ".next"));
      case MEETUP_CANCELLED -> List.of(wording.say(kind, title));
    };
  }

  private static List<String> alreadyRegistered(Occasion occasion, Wording wording) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(wording.say("ALREADY_REGISTERED", title(occasion, wording)));
    if (hasSeat(occasion)) {
      paragraphs.add(wording.say("ALREADY_REGISTERED.CONFIRMED", seatCount(occasion)));
    } else if (occasion.position() != null) {
      paragraphs.add(wording.say("ALREADY_REGISTERED.WAITLISTED", occasion.position()));
    }
    return paragraphs;
  }

  private static List<Section> news(Occasion occasion, Wording wording) {
    List<Section> news = new ArrayList<>();
    for (String note : occasion.notes()) {
      news.add(new Section(wording.say("heading.note"), true, List.of(note)));
    }
    Meetup meetup = occasion.meetup();
    if (meetup != null && !occasion.differences().isEmpty()) {
      List<String> changes = Changes.inWords(occasion.differences(), meetup, wording);
      news.add(new Section(wording.say("heading.changes"), false, changes));
    }
    return news;
  }

  /** Who waits is told when and where; what happens on stage is for who has a seat. */
  private static List<Section> program(Occasion occasion, Wording wording) {
    Meetup meetup = occasion.meetup();
    boolean tells =
        switch (occasion.mail().kind()) {
          case SEAT_CONFIRMED, SEAT_PROMOTED -> true;
          case SCHEDULE_CHANGED -> hasSeat(occasion);
          case SEAT_WAITLISTED,
              RSVP_CANCELLED,
              RSVP_DECLINED,
              ALREADY_REGISTERED,
              WAITLIST_CLOSED,
              MEETUP_CANCELLED ->
              false;
        };
    if (!tells || meetup == null || meetup.agenda().isEmpty()) {
      return List.of();
    }
    return List.of(new Section(wording.say("heading.agenda"), false, agenda(meetup, wording)));
  }

  private static boolean hasSeat(Occasion occasion) {
    Recipient recipient = occasion.recipient();
    return recipient != null && recipient.standing() == Standing.CONFIRMED;
  }

  static List<String> agenda(Meetup meetup, Wording wording) {
    return meetup.agenda().stream().map(item -> agendaLine(item, meetup, wording)).toList();
  }

  private static String agendaLine(AgendaItem item, Meetup meetup, Wording wording) {
    String start = wording.onTheDay(item.startsAt(), meetup);
    String time =
        item.endsAt() == null ? start : start + "–" + wording.onTheDay(item.endsAt(), meetup);
    String speakers = item.speakers().stream().collect(Collectors.joining(wording.say("list.and")));
    return time + " " + item.title() + (speakers.isEmpty() ? "" : " (" + speakers + ")");
  }

  private static List<Fact> facts(Occasion occasion, Wording wording, boolean manages) {
    List<Fact> facts = new ArrayList<>();
    Meetup meetup = occasion.meetup();
    if (meetup == null) {
      return facts;
    }
    facts.add(new Fact(wording.say("fact.when"), wording.evening(meetup.times()), null));
    Venue venue = meetup.venue();
    if (venue != null) {
      facts.add(new Fact(wording.say("fact.where"), wording.place(venue), webAddress(venue.url())));
    }
    if (!manages) {
      return facts;
    }
    addLink(facts, wording.say("fact.online"), meetup.onlineUrl());
    if (hasSeat(occasion)) {
      facts.add(new Fact(wording.say("fact.seats"), Integer.toString(seatCount(occasion)), null));
    }
    if (!meetup.hosts().isEmpty()) {
      facts.add(new Fact(wording.say("fact.hosts"), wording.names(meetup.hosts()), null));
    }
    addLink(facts, wording.say("fact.conduct"), meetup.codeOfConductUrl());
    return facts;
  }

  private static void addLink(List<Fact> facts, String label, @Nullable String url) {
    if (url != null) {
      facts.add(new Fact(label, url, webAddress(url)));
    }
  }

  /** Nothing else becomes a link that somebody can click on. */
  private static @Nullable String webAddress(@Nullable String url) {
    return url != null && url.matches("(?i)https?://.+") ? url : null;
  }

  private static String title(Occasion occasion, Wording wording) {
    Meetup meetup = occasion.meetup();
    return meetup == null ? wording.say("unnamed") : meetup.title();
  }

  private static int seatCount(Occasion occasion) {
    return occasion.recipient() == null ? 1 : occasion.recipient().seats();
  }

  private static String seats(Occasion occasion, Wording wording) {
    return wording.say("seats", seatCount(occasion));
  }

  private static int position(Occasion occasion) {
    return occasion.position() == null ? 1 : occasion.position();
  }
}
