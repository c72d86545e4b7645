package org.doorsopen.rsvp.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page about one RSVP, in English and in the meetup's own time zone.
 *
 * @param name null if the contact was erased or is not read yet
 * @param tone one of good, waiting, bad: a CSS class
 * @param changing whether the page loads itself again until something is decided
 * @param meetup null until the read model has it
 */
record StatusPage(
    @Nullable String name,
    String headline,
    String explanation,
    String tone,
    boolean cancellable,
    boolean changing,
    @Nullable Evening meetup) {

  record Evening(
      String title,
      String date,
      String time,
      String zone,
      @Nullable String place,
      @Nullable String address,
      @Nullable String onlineUrl,
      List<Item> agenda) {}

  record Item(String time, String title, String speakers) {}

  private static final String CANCELLED = "Nothing is held for you any more. You may RSVP again.";

  /** For a reason that came later than this build, of which it can say nothing in particular. */
  private static final String DECLINED =
      "Your request was declined for a reason that this page cannot name. Nothing is held for you.";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /**
   * @param cancelling whether the attendee has just asked to cancel, which no event tells until it
   *     is decided
   */
  static StatusPage of(RsvpStatus status, @Nullable Meetup meetup, boolean cancelling) {
    boolean active =
        switch (status.status()) {
          case REQUESTED, CONFIRMED, WAITLISTED -> true;
          case CANCELLED, DECLINED -> false;
        };
    boolean beingCancelled = cancelling && active;
    return new StatusPage(
        status.name(),
        beingCancelled ? "Your RSVP is being cancelled" : headline(status),
        beingCancelled ? "We have your request. This page shows when it is done." : words(status),
        beingCancelled ? "waiting" : tone(status),
        active && !beingCancelled,
        beingCancelled || status.undecided(),
        meetup == null ? null : evening(meetup.contents()));
  }

  private static String headline(RsvpStatus status) {
    return switch (status.status()) {
      case REQUESTED -> "Your request is on its way";
      case CONFIRMED -> "You have a seat";
      case WAITLISTED -> "You are on the waitlist";
      case CANCELLED ->
          status.reason() == Reason.MEETUP_CANCELLED
              ? "The meetup is cancelled"
              : "Your RSVP is cancelled";
      case DECLINED -> "We could not give you a seat";
    };
  }

  private static String words(RsvpStatus status) {
    return switch (status.status()) {
      case REQUESTED -> "It will be decided in a moment. This page shows the decision.";
      case CONFIRMED -> party(status);
      case WAITLISTED ->
          status.reason() == Reason.WAITLIST_CLOSED
              ? "The waitlist is closed: nobody moves up any more."
              : "Your position is %d. You move up by yourself when seats become free, and we write to you then."
                  .formatted(status.waitlistPosition());
      case CANCELLED -> cancelled(status.reason());
      case DECLINED -> declined(status.reason());
    };
  }

  private static String party(RsvpStatus status) {
    int guests = status.guests() == null ? 0 : status.guests();
    return switch (guests) {
      case 0 -> "One seat is yours.";
      case 1 -> "Two seats are yours: for you and one guest.";
      default -> "%d seats are yours: for you and %d guests.".formatted(guests + 1, guests);
    };
  }

  private static String cancelled(@Nullable Reason reason) {
    return switch (reason) {
      case MEETUP_CANCELLED -> "It does not take place, so nothing is held for you.";
      case ORGANIZER -> "The organizer has cancelled it.";
      case ERASURE -> "Your name and address are erased.";
      case null -> CANCELLED;
      case ATTENDEE,
          WAITLIST_CLOSED,
          UNKNOWN_MEETUP,
          ALREADY_REGISTERED,
          RSVPS_NOT_OPEN,
          RSVPS_CLOSED,
          TOO_MANY_GUESTS,
          FULL,
          UNKNOWN ->
          CANCELLED;
    };
  }

  private static String declined(@Nullable Reason reason) {
    return switch (reason) {
      case MEETUP_CANCELLED -> "The meetup was cancelled.";
      case ALREADY_REGISTERED ->
          "You have an RSVP for this meetup already. Your earlier e-mail leads to it.";
      case RSVPS_NOT_OPEN -> "RSVPs were not open yet when you asked.";
      case RSVPS_CLOSED -> "RSVPs were closed when you asked.";
      case TOO_MANY_GUESTS -> "You asked for more guests than this meetup admits.";
      case FULL -> "All seats were taken, and so was the waitlist.";
      case UNKNOWN_MEETUP -> "The meetup could not be found.";
      case null -> DECLINED;
      case ATTENDEE, ORGANIZER, ERASURE, WAITLIST_CLOSED, UNKNOWN -> DECLINED;
    };
  }

  private static String tone(RsvpStatus status) {
    return switch (status.status()) {
      case CONFIRMED -> "good";
      case REQUESTED, WAITLISTED -> "waiting";
      case CANCELLED, DECLINED -> "bad";
    };
  }

  private static Evening evening(PublishedMeetup meetup) {
    ZoneId zone = ZoneId.of(meetup.timeZone());
    PublishedMeetup.Venue venue = meetup.venue();
    return new Evening(
        meetup.title(),
        DATE.format(meetup.startsAt().atZone(zone)),
        time(meetup.startsAt(), meetup.endsAt(), zone),
        meetup.timeZone(),
        venue == null ? null : venue.name(),
        venue == null ? null : venue.address(),
        meetup.onlineUrl(),
        meetup.agenda().stream().map(item -> item(item, zone)).toList());
  }

  private static Item item(PublishedMeetup.AgendaItem item, ZoneId zone) {
    String speakers =
        item.speakers().stream()
            .map(PublishedMeetup.Speaker::name)
            .collect(Collectors.joining(", "));
    return new Item(time(item.startsAt(), item.endsAt(), zone), item.title(), speakers);
  }

  private static String time(Instant from, @Nullable Instant to, ZoneId zone) {
    String start = TIME.format(from.atZone(zone));
    return to == null ? start : start + "–" + TIME.format(to.atZone(zone));
  }
}
