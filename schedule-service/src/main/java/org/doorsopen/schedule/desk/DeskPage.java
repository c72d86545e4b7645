package org.doorsopen.schedule.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the organizers' first page.
 *
 * @param ahead what is not over, the next evening first; drafts as well
 * @param behind what is over or cancelled, the latest evening first
 * @param older the address of the meetups that were made before these, or null
 */
record DeskPage(List<Entry> ahead, List<Entry> behind, @Nullable String older) {

  /**
   * @param page the address of its own page
   * @param state in words
   * @param tone one of good, waiting, bad, past: a CSS class
   * @param place or null while there is none
   * @param figures the address of the part with the seats, or null where nobody could RSVP yet
   */
  record Entry(
      String page,
      String title,
      String state,
      String tone,
      LocalTimes.Span when,
      @Nullable String place,
      @Nullable String figures) {}

  static DeskPage of(List<Draft> drafts, @Nullable Long older, Instant now, Speech speech) {
    Comparator<Draft> byStart = Comparator.comparing(draft -> draft.meetup().times().startsAt());
    Predicate<Draft> isAhead =
        draft -> draft.status() != MeetupStatus.CANCELLED && !isOver(draft, now);
    return new DeskPage(
        entries(drafts, isAhead, byStart, now, speech),
        entries(drafts, isAhead.negate(), byStart.reversed(), now, speech),
        older == null ? null : "/desk?before=" + older);
  }

  public boolean isEmpty() {
    return ahead.isEmpty() && behind.isEmpty();
  }

  private static List<Entry> entries(
      List<Draft> drafts,
      Predicate<Draft> which,
      Comparator<Draft> order,
      Instant now,
      Speech speech) {
    return drafts.stream()
        .filter(which)
        .sorted(order)
        .map(draft -> entry(draft, now, speech))
        .toList();
  }

  private static Entry entry(Draft draft, Instant now, Speech speech) {
    Meetup meetup = draft.meetup();
    Times times = meetup.times();
    boolean over = isOver(draft, now);
    return new Entry(
        "/desk/meetups/" + draft.meetupId(),
        meetup.title(),
        state(draft, over, speech),
        tone(draft, over),
        speech.times().span(times.startsAt(), times.endsAt(), times.timeZone()),
        place(meetup, speech),
        figures(draft));
  }

  /** The address of the part with the seats, or null where nobody could RSVP yet. */
  static @Nullable String figures(Draft draft) {
    return draft.latest() == null ? null : "/desk/attendees/" + draft.meetupId() + "/figures";
  }

  static String state(Draft draft, boolean over, Speech speech) {
    return switch (draft.status()) {
      case DRAFT -> speech.say(over ? "desk.state.draft-over" : "desk.state.draft");
      case PUBLISHED ->
          speech.say(
              draft.hasUnpublishedChanges()
                  ? "desk.state.edited"
                  : over ? "desk.state.over" : "desk.state.published");
      case CANCELLED -> speech.say("desk.state.cancelled");
    };
  }

  static String tone(Draft draft, boolean over) {
    return switch (draft.status()) {
      case DRAFT -> "waiting";
      case PUBLISHED -> draft.hasUnpublishedChanges() ? "waiting" : over ? "past" : "good";
      case CANCELLED -> "bad";
    };
  }

  static @Nullable String place(Meetup meetup, Speech speech) {
    Venue venue = meetup.place().venue();
    if (venue != null) {
      return venue.name();
    }
    return meetup.place().onlineUrl() == null ? null : speech.say("desk.online");
  }

  static boolean isOver(Draft draft, Instant now) {
    return !draft.meetup().times().endsAt().isAfter(now);
  }
}
