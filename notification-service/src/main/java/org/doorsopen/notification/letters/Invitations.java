package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.calendar.CalendarEntry;
import org.doorsopen.notification.calendar.CalendarEntry.Method;
import org.doorsopen.notification.calendar.CalendarEntry.Person;
import org.doorsopen.notification.calendar.CalendarWriter;
import org.doorsopen.notification.delivery.OutgoingMail.CalendarPart;
import org.doorsopen.notification.meetups.domain.Meetup;
import org.doorsopen.notification.meetups.domain.Meetup.Venue;
import org.doorsopen.notification.meetups.domain.Standing;
import org.doorsopen.notification.recipients.Recipient;
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
  CalendarPart write(LetterContext context, Method method, int sequence, Instant now) {
    Meetup meetup = Objects.requireNonNull(context.meetup());
    CalendarEntry entry = entry(context, meetup, method, sequence, now);
    return new CalendarPart(method, CalendarWriter.write(entry));
  }

  /** Null where the mail has no calendar part. */
  static @Nullable Method method(LetterContext context) {
    Recipient recipient = context.recipient();
    if (context.meetup() == null || recipient == null) {
      return null;
    }
    return switch (context.mail().kind()) {
      case SEAT_CONFIRMED, SEAT_PROMOTED -> Method.REQUEST;
      case SCHEDULE_CHANGED -> recipient.standing() == Standing.CONFIRMED ? Method.REQUEST : null;
      case RSVP_CANCELLED, MEETUP_CANCELLED -> recipient.invited() ? Method.CANCEL : null;
      case SEAT_WAITLISTED, RSVP_DECLINED, ALREADY_REGISTERED, WAITLIST_CLOSED, REMINDER -> null;
    };
  }

  private CalendarEntry entry(
      LetterContext context, Meetup meetup, Method method, int sequence, Instant now) {
    return new CalendarEntry(
        method,
        context.mail().rsvpId() + "@" + settings.host(),
        sequence,
        now,
        meetup.zone(),
        meetup.startsAt(),
        meetup.endsAt(),
        meetup.title(),
        description(context, meetup),
        location(meetup),
        context.link(),
        new Person(settings.senderName(), settings.sender().getAddress()),
        new Person(context.contact().name(), context.contact().email()));
  }

  private String description(LetterContext context, Meetup meetup) {
    LocalizedText text = new LocalizedText(messages, context.contact().locale());
    List<String> lines = new ArrayList<>();
    if (meetup.summary() != null) {
      lines.add(meetup.summary());
      lines.add("");
    }
    if (meetup.onlineUrl() != null) {
      lines.add(text.say("fact.online") + ": " + meetup.onlineUrl());
      lines.add("");
    }
    if (!meetup.agenda().isEmpty()) {
      lines.add(text.say("heading.agenda") + ":");
      lines.addAll(KeyFacts.agenda(meetup, text));
      lines.add("");
    }
    lines.add(text.say("link.manage") + ": " + context.link());
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
