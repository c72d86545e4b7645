package org.doorsopen.rsvp.attendees.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.attendees.Attendee;
import org.doorsopen.rsvp.attendees.AttendeeSort;
import org.doorsopen.rsvp.attendees.Attendees;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * The list of those who come, in words.
 *
 * @param title of the page and of the meetup
 * @param seats how full the room is
 * @param add the address of the form that adds a person; null at a cancelled meetup
 * @param write the address of the page on which those who are ticked are written to; null where
 *     nobody can be
 * @param tabs one for each status, with how many RSVPs there are, and one for all
 * @param found how many RSVPs there are below
 * @param earlier the page before, or null
 * @param later the page after, or null
 * @param place which page it is of how many; null if there is one alone
 * @param files the same list for spreadsheets
 */
record AttendeesPage(
    String title,
    String seats,
    @Nullable String add,
    @Nullable String write,
    List<Link> tabs,
    Search search,
    String found,
    List<Row> rows,
    @Nullable String earlier,
    @Nullable String later,
    @Nullable String place,
    List<Link> files) {

  /**
   * @param current whether it leads to what is shown
   */
  record Link(String href, String text, boolean current) {}

  /**
   * @param action its address, without a query
   * @param status that of the tab, which stays; empty for all
   * @param unreached the value of the box that leaves those alone whose mails reach nobody
   */
  record Search(
      String action,
      String status,
      FormField words,
      List<Choice> orders,
      String unreached,
      boolean unreachedOnly) {}

  record Choice(String value, String text, boolean chosen) {}

  /**
   * @param href of the page about it
   * @param email null if it was erased or is not read yet
   * @param writable the RSVP where its people can be written to; null where it is over
   * @param when of the latest decision
   * @param why of the latest decision
   * @param unreached since when mails reach nobody, and why; null where they arrive
   */
  record Row(
      String href,
      String name,
      @Nullable String email,
      String party,
      String tone,
      String state,
      @Nullable String writable,
      @Nullable When when,
      @Nullable String why,
      @Nullable String unreached) {}

  /**
   * @param iso for programs
   */
  record When(String iso, String text) {}

  static AttendeesPage of(Meetup meetup, AttendeeQuery query, Attendees.Page list, Speech speech) {
    String here = address(meetup.meetupId());
    AttendeeQuery shown = query.with(list.page());
    AttendeeWords words = new AttendeeWords(meetup, speech);
    List<Row> rows = list.attendees().stream().map(attendee -> row(here, attendee, words)).toList();
    boolean nobody = meetup.cancelled() || rows.stream().allMatch(row -> row.writable() == null);
    return new AttendeesPage(
        speech.say("attendees.title", meetup.contents().title()),
        seats(meetup.seats(), speech),
        meetup.cancelled() ? null : here + "/new",
        nobody ? null : "/desk/meetups/" + meetup.meetupId() + "/messages",
        tabs(here, query, list, speech),
        search(here, query, speech),
        speech.say("attendees.found", list.found(), list.people()),
        rows,
        list.page() > 1 ? here + shown.with(list.page() - 1).inAnAddress() : null,
        list.page() < list.pages() ? here + shown.with(list.page() + 1).inAnAddress() : null,
        list.pages() > 1 ? speech.say("attendees.page", list.page(), list.pages()) : null,
        Stream.of(Csv.Separator.values())
            .map(separator ->
                new Link(
                    here + "/rsvps.csv" + query.with(separator).inAnAddress(),
                    speech.say("attendees.csv." + separator),
                    false))
            .toList());
  }

  static String seats(Meetup.Seats seats, Speech speech) {
    String taken =
        speech.say("attendees.seats", seats.confirmed(), seats.capacity(), seats.waitlisted());
    return seats.kept() == 0
        ? taken
        : speech.say("attendees.seats.kept", taken, seats.kept(), Math.max(0, seats.free()));
  }

  static String address(String meetupId) {
    return "/desk/attendees/" + meetupId;
  }

  static String address(String meetupId, String rsvpId) {
    return address(meetupId) + "/rsvps/" + rsvpId;
  }

  private static List<Link> tabs(
      String here, AttendeeQuery query, Attendees.Page list, Speech speech) {
    List<Link> tabs = new ArrayList<>();
    int all = list.parties().values().stream().mapToInt(Integer::intValue).sum();
    tabs.add(tab(here, query, null, "attendees.tab.ALL", all, speech));
    for (State state : AttendeeQuery.STATES) {
      int parties = list.parties().getOrDefault(state, 0);
      tabs.add(tab(here, query, state, "attendees.tab." + state, parties, speech));
    }
    return List.copyOf(tabs);
  }

  private static Link tab(
      String here,
      AttendeeQuery query,
      @Nullable State state,
      String key,
      int parties,
      Speech speech) {
    return new Link(
        here + query.with(state).inAnAddress(), speech.say(key, parties), query.status() == state);
  }

  private static Search search(String here, AttendeeQuery query, Speech speech) {
    return new Search(
        here,
        query.status() == null ? "" : AttendeeQuery.word(query.status()),
        new FormField(
            AttendeeQuery.TYPED,
            speech.say("attendees.search"),
            "search",
            query.typed(),
            speech.say("attendees.search.hint"),
            "off",
            false,
            null),
        Stream.of(AttendeeSort.values())
            .map(sort ->
                new Choice(
                    AttendeeQuery.word(sort),
                    speech.say("attendees.sort." + sort),
                    sort == query.sort()))
            .toList(),
        AttendeeQuery.UNREACHED,
        query.unreachedOnly());
  }

  private static Row row(String here, Attendee attendee, AttendeeWords words) {
    return new Row(
        here + "/rsvps/" + attendee.rsvpId(),
        words.name(attendee),
        attendee.email(),
        words.party(attendee),
        AttendeeWords.tone(attendee.status()),
        words.state(attendee),
        attendee.status().stands() ? attendee.rsvpId() : null,
        attendee.decidedAt() == null
            ? null
            : new When(attendee.decidedAt().toString(), words.time(attendee.decidedAt())),
        words.why(attendee),
        words.unreached(attendee));
  }
}
