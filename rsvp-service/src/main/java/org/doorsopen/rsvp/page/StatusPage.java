package org.doorsopen.rsvp.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page about one RSVP, in the meetup's own time zone.
 *
 * @param name of the attendee, in a phrase; null if the contact was erased or is not read yet
 * @param tone one of good, waiting, bad, or card for what the attendee wanted: a CSS class
 * @param cancel null where there is nothing to cancel
 * @param elsewhere that another link can cancel; null where this one can, or there is nothing to
 *     cancel
 * @param confirm how the address is confirmed; null if it is, or need not be
 * @param export how to be told what is held; null for a link that cannot ask for it
 * @param erase how to be erased; null for a link that cannot ask for it
 * @param changing whether something is about to be decided
 * @param live whether something may still change
 * @param meetup null until the read model has it
 */
record StatusPage(
    @Nullable String name,
    String headline,
    String explanation,
    String tone,
    @Nullable Cancel cancel,
    @Nullable String elsewhere,
    @Nullable Confirm confirm,
    @Nullable Request export,
    @Nullable Request erase,
    boolean changing,
    boolean live,
    @Nullable Evening meetup) {

  /**
   * @param consequence what becomes of the seats
   */
  record Cancel(String consequence, String button) {}

  /**
   * @param hint what is asked for, and until when
   * @param button null where the link is not good for it
   */
  record Confirm(String hint, @Nullable String button) {}

  /**
   * @param hint what the button does
   */
  record Request(String hint, String button) {}

  /**
   * @param href of the meetup's own page
   * @param onlineUrl for those who hold a seat alone
   * @param online words for the others, where the evening is online, too
   */
  record Evening(
      String href,
      String title,
      LocalTimes.Span when,
      @Nullable String place,
      @Nullable String address,
      @Nullable String onlineUrl,
      @Nullable String online,
      List<Item> agenda) {}

  /**
   * @param iso the start, for programs
   */
  record Item(String iso, String time, String title, String speakers) {}

  /**
   * How the page was opened. No event tells what was just asked for until it is decided.
   *
   * @param purpose of the token
   * @param cancelling whether the attendee has just asked to cancel
   * @param confirming whether the attendee has just confirmed the address
   */
  record Visit(Purpose purpose, boolean cancelling, boolean confirming) {}

  /**
   * @param room the address of the online room; shown to those who hold a seat alone
   */
  static StatusPage of(
      RsvpStatus status,
      @Nullable Meetup meetup,
      @Nullable String room,
      Visit visit,
      Speech speech) {
    boolean active =
        switch (status.status()) {
          case REQUESTED, CONFIRMED, WAITLISTED -> true;
          case CANCELLED, DECLINED -> false;
        };
    boolean beingCancelled = visit.cancelling() && active;
    boolean mayCancel = mayCancel(visit.purpose(), status);
    return new StatusPage(
        status.name() == null ? null : speech.say("rsvp.of", status.name()),
        beingCancelled ? speech.say("status.cancelling") : headline(status, speech),
        beingCancelled ? speech.say("status.cancelling.text") : explanation(status, meetup, speech),
        beingCancelled ? "waiting" : tone(status),
        active && !beingCancelled && mayCancel ? cancel(status, meetup, speech) : null,
        active && !mayCancel ? speech.say("rsvp.elsewhere") : null,
        active && !beingCancelled ? confirm(status, meetup, visit, speech) : null,
        visit.purpose() == Purpose.MAIL
            ? new Request(speech.say("rsvp.export.hint"), speech.say("rsvp.export"))
            : null,
        visit.purpose() == Purpose.MAIL
            ? new Request(speech.say("rsvp.erase.hint"), speech.say("rsvp.erase"))
            : null,
        beingCancelled || status.undecided(),
        active,
        meetup == null ? null : evening(meetup, status.status(), room, speech));
  }

  /** As RsvpAccess decides it when the button is pressed. */
  static boolean mayCancel(Purpose purpose, RsvpStatus status) {
    return switch (purpose) {
      case MAIL, ERASURE -> true;
      case ANSWER -> !status.addressConfirmed();
      case CALENDAR, CHECK_IN -> false;
    };
  }

  /** Only a link in a mail confirms; other visitors are told where to find one. */
  private static @Nullable Confirm confirm(
      RsvpStatus status, @Nullable Meetup meetup, Visit visit, Speech speech) {
    if (status.addressConfirmed() || visit.confirming()) {
      return null;
    }
    Instant until = status.confirmUntil();
    boolean byMail = visit.purpose() == Purpose.MAIL;
    if (until == null || meetup == null) {
      return byMail
          ? new Confirm(speech.say("rsvp.confirm.hint"), speech.say("rsvp.confirm"))
          : null;
    }
    String time = speech.times().moment(until, ZoneId.of(meetup.contents().times().timeZone()));
    return byMail
        ? new Confirm(speech.say("rsvp.confirm.until", time), speech.say("rsvp.confirm"))
        : new Confirm(speech.say("rsvp.confirm.mail", time), null);
  }

  private static String headline(RsvpStatus status, Speech speech) {
    return switch (status.status()) {
      case REQUESTED -> speech.say("status.requested");
      case CONFIRMED -> speech.say("status.confirmed", seats(status));
      case WAITLISTED ->
          isClosed(status)
              ? speech.say("status.waitlist-closed")
              : speech.say("status.waitlisted", status.waitlistPosition());
      case CANCELLED ->
          speech.say(
              status.reason() == Reason.MEETUP_CANCELLED
                  ? "status.meetup-cancelled"
                  : "status.cancelled");
      case DECLINED -> speech.say("status.declined");
    };
  }

  private static String explanation(RsvpStatus status, @Nullable Meetup meetup, Speech speech) {
    return switch (status.status()) {
      case REQUESTED -> speech.say("status.requested.text");
      case CONFIRMED -> speech.say("status.confirmed.text", seats(status) - 1);
      case WAITLISTED ->
          speech.say(isClosed(status) ? "status.waitlist-closed.text" : "status.waitlisted.text");
      case CANCELLED ->
          status.reason() == Reason.MEETUP_CANCELLED
              ? speech.say("status.meetup-cancelled.text")
              : speech.sayOr("status.cancelled." + status.reason(), "status.cancelled.text");
      case DECLINED -> refusal(status, meetup, speech);
    };
  }

  /** The page may be opened at any time, so its words hold before RSVPs open and after. */
  private static String refusal(RsvpStatus status, @Nullable Meetup meetup, Speech speech) {
    if (status.reason() == Reason.RSVPS_NOT_OPEN && meetup != null) {
      PublishedMeetup contents = meetup.contents();
      ZoneId zone = ZoneId.of(contents.times().timeZone());
      return speech.say(
          "status.declined.RSVPS_NOT_OPEN.at",
          speech.times().moment(contents.windows().rsvpOpensAt(), zone));
    }
    // A reason may have come later than this build, which can say nothing in particular of it.
    return speech.sayOr("status.declined." + status.reason(), "status.declined.UNKNOWN");
  }

  private static boolean isClosed(RsvpStatus status) {
    return status.reason() == Reason.WAITLIST_CLOSED;
  }

  private static int seats(RsvpStatus status) {
    return status.seats() == null ? 1 : status.seats();
  }

  private static String tone(RsvpStatus status) {
    return switch (status.status()) {
      case CONFIRMED -> "good";
      case REQUESTED, WAITLISTED -> "waiting";
      case CANCELLED -> isOwnWish(status) ? "card" : "bad";
      case DECLINED -> "bad";
    };
  }

  private static boolean isOwnWish(RsvpStatus status) {
    return status.reason() == Reason.ATTENDEE || status.reason() == Reason.ERASURE;
  }

  private static Cancel cancel(RsvpStatus status, @Nullable Meetup meetup, Speech speech) {
    if (status.status() == State.WAITLISTED) {
      return new Cancel(speech.say("rsvp.cancel.waiting"), speech.say("rsvp.leave"));
    }
    int waiting = meetup == null ? 0 : meetup.seats().waitlisted();
    String consequence =
        waiting == 0
            ? speech.say("rsvp.cancel.nobody", seats(status))
            : speech.say("rsvp.cancel.seats", seats(status), waiting);
    return new Cancel(consequence, speech.say("rsvp.cancel"));
  }

  private static Evening evening(
      Meetup published, State state, @Nullable String room, Speech speech) {
    PublishedMeetup meetup = published.contents();
    String onlineUrl = meetup.place().online() && state == State.CONFIRMED ? room : null;
    ZoneId zone = ZoneId.of(meetup.times().timeZone());
    PublishedMeetup.Venue venue = meetup.place().venue();
    return new Evening(
        "/meetups/" + published.meetupId(),
        meetup.title(),
        speech.times().span(meetup.times().startsAt(), meetup.times().endsAt(), zone),
        venue == null ? null : venue.name(),
        venue == null ? null : venue.address(),
        onlineUrl,
        meetup.place().online() && onlineUrl == null ? speech.say("rsvp.online.seat") : null,
        meetup.agenda().stream().map(item -> item(item, meetup, zone, speech.times())).toList());
  }

  private static Item item(
      PublishedMeetup.AgendaItem item, PublishedMeetup meetup, ZoneId zone, LocalTimes times) {
    String speakers =
        item.speakers().stream()
            .map(PublishedMeetup.Speaker::name)
            .collect(Collectors.joining(", "));
    return new Item(
        item.startsAt().toString(),
        times.onTheDay(item.startsAt(), item.endsAt(), meetup.times().startsAt(), zone),
        item.title(),
        speakers);
  }
}
