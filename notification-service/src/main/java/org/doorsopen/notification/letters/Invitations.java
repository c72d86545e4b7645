package org.doorsopen.notification.letters;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doorsopen.calendar.CalendarEntry;
import org.doorsopen.calendar.CalendarEntry.Details;
import org.doorsopen.calendar.CalendarEntry.Method;
import org.doorsopen.calendar.CalendarEntry.Person;
import org.doorsopen.calendar.CalendarEntry.Revision;
import org.doorsopen.calendar.CalendarEntry.Span;
import org.doorsopen.calendar.CalendarWriter;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.notification.MailSettings;
import org.doorsopen.notification.calendars.CalendarUids;
import org.doorsopen.notification.mime.OutgoingMail.CalendarPart;
import org.doorsopen.notification.recipients.Recipient;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the calendar part of mails, which puts a meetup into a calendar or takes it out. */
@Component
class Invitations {

  private final Person organizer;
  private final CalendarUids uids;
  private final MessageSource messages;
  private final KeyFacts facts;

  Invitations(MailSettings settings, CalendarUids uids, MessageSource messages, KeyFacts facts) {
    this.organizer = new Person(settings.senderName(), settings.sender().getAddress());
    this.uids = uids;
    this.messages = messages;
    this.facts = facts;
  }

  /**
   * @param sequence higher than that of every calendar this RSVP was sent before
   */
  CalendarPart write(LetterContext context, Method method, int sequence, Instant now) {
    Meetup meetup = Objects.requireNonNull(context.meetup());
    CalendarEntry entry =
        new CalendarEntry(
            uids.of(context.mail().rsvpId()),
            new Revision(sequence, now),
            span(meetup.times()),
            details(context, meetup),
            method == Method.CANCEL);
    Person attendee = new Person(context.contact().name(), context.contact().email());
    return new CalendarPart(
        entry.method(), CalendarWriter.message("Notifications", entry, organizer, attendee));
  }

  /** The method of the mail's calendar part; null if it has none. */
  static @Nullable Method method(LetterContext context) {
    Recipient recipient = context.recipient();
    if (context.meetup() == null || recipient == null) {
      return null;
    }
    return LetterKind.of(context.mail().kind()).calendar().apply(recipient);
  }

  private static Span span(Times times) {
    return new Span(times.zone(), times.startsAt(), times.endsAt());
  }

  private Details details(LetterContext context, Meetup meetup) {
    return new Details(
        meetup.title(),
        description(context, meetup),
        location(context, meetup),
        URI.create(context.links().calendar()));
  }

  private String description(LetterContext context, Meetup meetup) {
    LocalizedText text = new LocalizedText(messages, context.contact().locale());
    List<String> lines = new ArrayList<>();
    if (meetup.summary() != null) {
      lines.add(meetup.summary());
      lines.add("");
    }
    if (meetup.place().onlineUrl() != null && context.hasSeat()) {
      lines.add(text.say("fact.online") + ": " + meetup.place().onlineUrl());
      lines.add("");
    }
    if (!meetup.agenda().isEmpty()) {
      lines.add(text.say("heading.agenda") + ":");
      lines.addAll(facts.agenda(context));
      lines.add("");
    }
    if (method(context) == Method.REQUEST) {
      lines.add(text.say("entry.stays.here"));
    }
    lines.add(text.say("link.see") + ": " + context.links().calendar());
    return String.join("\n", lines);
  }

  /** The address of the online room is for those who have a seat. */
  private static @Nullable String location(LetterContext context, Meetup meetup) {
    Venue venue = meetup.place().venue();
    if (venue == null) {
      return context.hasSeat() ? meetup.place().onlineUrl() : null;
    }
    return venue.address() == null ? venue.name() : venue.name() + ", " + venue.address();
  }
}
