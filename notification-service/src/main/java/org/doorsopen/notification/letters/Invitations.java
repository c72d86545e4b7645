package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.announcements.Recipient;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.announcements.domain.Meetup.Venue;
import org.doorsopen.notification.announcements.domain.Standing;
import org.doorsopen.notification.calendar.CalendarEntry;
import org.doorsopen.notification.calendar.CalendarEntry.Method;
import org.doorsopen.notification.calendar.CalendarEntry.Person;
import org.doorsopen.notification.calendar.CalendarWriter;
import org.doorsopen.notification.delivery.OutgoingMail.CalendarPart;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The calendar part of mails: for those confirmed, and to take back what they were given. */
@Component
class Invitations {

  private final NotificationSettings settings;
  private final MessageSource messages;

  Invitations(NotificationSettings settings, MessageSource messages) {
    this.settings = settings;
    this.messages = messages;
  }

  /**
   * @param sequence of which no calendar of this RSVP had the like
   */
  CalendarPart write(Occasion occasion, Method method, int sequence, Instant now) {
    Meetup meetup = Objects.requireNonNull(occasion.meetup());
    CalendarEntry entry = entry(occasion, meetup, method, sequence, now);
    return new CalendarPart(method, CalendarWriter.write(entry));
  }

  /** Null where the mail has no calendar part. */
  static @Nullable Method method(Occasion occasion) {
    Recipient recipient = occasion.recipient();
    if (occasion.meetup() == null || recipient == null) {
      return null;
    }
    return switch (occasion.mail().kind()) {
      case SEAT_CONFIRMED, SEAT_PROMOTED -> Method.REQUEST;
      case SCHEDULE_CHANGED -> recipient.standing() == Standing.CONFIRMED ? Method.REQUEST : null;
      case RSVP_CANCELLED, MEETUP_CANCELLED -> recipient.invited() ? Method.CANCEL : null;
      case SEAT_WAITLISTED, RSVP_DECLINED, ALREADY_REGISTERED, WAITLIST_CLOSED, REMINDER -> null;
    };
  }

  private CalendarEntry entry(
      Occasion occasion, Meetup meetup, Method method, int sequence, Instant now) {
    return new CalendarEntry(
        method,
        occasion.mail().rsvpId() + "@" + settings.host(),
        sequence,
        now,
        meetup.zone(),
        meetup.startsAt(),
        meetup.endsAt(),
        meetup.title(),
        description(occasion, meetup),
        location(meetup),
        occasion.link(),
        new Person(settings.senderName(), settings.sender().getAddress()),
        new Person(occasion.contact().name(), occasion.contact().email()));
  }

  private String description(Occasion occasion, Meetup meetup) {
    Wording wording = new Wording(messages, occasion.contact().locale());
    List<String> lines = new ArrayList<>();
    if (meetup.summary() != null) {
      lines.add(meetup.summary());
      lines.add("");
    }
    if (meetup.onlineUrl() != null) {
      lines.add(wording.say("fact.online") + ": " + meetup.onlineUrl());
      lines.add("");
    }
    if (!meetup.agenda().isEmpty()) {
      lines.add(wording.say("heading.agenda") + ":");
      lines.addAll(Facts.agenda(meetup, wording));
      lines.add("");
    }
    lines.add(wording.say("link.manage") + ": " + occasion.link());
    return String.join("\n", lines);
  }

  private static @Nullable String location(Meetup meetup) {
    Venue venue = meetup.venue();
    if (venue == null) {
      return meetup.onlineUrl();
    }
    return venue.address() == null ? venue.name() : venue.name() + ", " + venue.address();
  }
}
