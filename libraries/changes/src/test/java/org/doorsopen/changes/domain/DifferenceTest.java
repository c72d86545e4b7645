package org.doorsopen.changes.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.changes.domain.AMeetup.DOORS;
import static org.doorsopen.changes.domain.AMeetup.KAI;
import static org.doorsopen.changes.domain.AMeetup.NELE;
import static org.doorsopen.changes.domain.AMeetup.aMeetup;
import static org.doorsopen.changes.domain.AMeetup.at;
import static org.doorsopen.changes.domain.AMeetup.titled;
import static org.doorsopen.changes.domain.AMeetup.with;
import static org.doorsopen.changes.domain.AMeetup.withAgenda;
import static org.doorsopen.changes.domain.AMeetup.withOnline;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The changes that are told of an evening with doors at 18:00, and talks by Nele at 18:30 and Kai
 * at 19:45.
 */
class DifferenceTest {

  private static final Meetup BEFORE = aMeetup();

  static Stream<Arguments> agendas() {
    AgendaItem quiz = item("quiz", Kind.TALK, "20:30", "Quiz");
    return Stream.of(
        arguments("nothing", agenda(DOORS, NELE, KAI), told()),
        arguments(
            "a talk moved",
            agenda(DOORS, NELE, moved(KAI, "20:00")),
            told("moved systemd-sysext from 19:45 to 20:00")),
        arguments(
            "a talk moved by half a minute",
            agenda(DOORS, NELE, startingAt(KAI, at("19:45").plusSeconds(30))),
            told()),
        arguments(
            "a talk renamed",
            agenda(DOORS, NELE, called(KAI, "confext")),
            told("renamed systemd-sysext to confext")),
        arguments(
            "a title typed on a Mac, with spaces that do not break",
            agenda(DOORS, called(NELE, " Handling\u00a0 incidents"), KAI),
            told()),
        arguments(
            "a speaker typed on a Mac", agenda(DOORS, NELE, by(KAI, "Kai Lu\u0308ke")), told()),
        arguments(
            "another speaker",
            agenda(DOORS, NELE, by(KAI, "Ada")),
            told("systemd-sysext is with [Ada]")),
        arguments(
            "two talks changed places",
            agenda(DOORS, moved(KAI, "18:30"), moved(NELE, "19:45")),
            told(
                "moved systemd-sysext from 19:45 to 18:30",
                "moved Handling incidents from 18:30 to 19:45")),
        arguments(
            "two talks changed places, while the ids stayed with the places",
            agenda(
                DOORS,
                renumbered(moved(KAI, "18:30"), "nele"),
                renumbered(moved(NELE, "19:45"), "kai")),
            told(
                "moved systemd-sysext from 19:45 to 18:30",
                "moved Handling incidents from 18:30 to 19:45")),
        arguments(
            "two talks changed their speakers",
            agenda(DOORS, by(NELE, "Kai Lüke"), by(KAI, "Nele Uhlemann")),
            told(
                "Handling incidents is with [Kai Lüke]", "systemd-sysext is with [Nele Uhlemann]")),
        arguments(
            "a talk entered anew under another id",
            agenda(DOORS, NELE, renumbered(KAI, "x1")),
            told()),
        arguments(
            "a talk entered anew under another id and title",
            agenda(DOORS, NELE, renumbered(called(KAI, "confext"), "x1")),
            told("renamed systemd-sysext to confext")),
        arguments(
            "a talk split in two",
            agenda(
                DOORS, NELE, called(KAI, "sysext I"), item("x1", Kind.TALK, "20:30", "sysext II")),
            told("renamed systemd-sysext to sysext I", "added sysext II")),
        arguments(
            "two talks joined",
            agenda(DOORS, called(NELE, "Incidents and sysext")),
            told("renamed Handling incidents to Incidents and sysext", "dropped systemd-sysext")),
        arguments(
            "a talk dropped whose title another takes over",
            agenda(DOORS, renumbered(moved(KAI, "18:30"), "nele")),
            told("moved systemd-sysext from 19:45 to 18:30", "dropped Handling incidents")),
        arguments("a talk added", agenda(DOORS, NELE, KAI, quiz), told("added Quiz")),
        arguments("a talk dropped", agenda(DOORS, KAI), told("dropped Handling incidents")),
        arguments("a talk that ends later", agenda(DOORS, NELE, until(KAI, "20:30")), told()),
        arguments("a talk that is social", agenda(DOORS, NELE, as(Kind.SOCIAL, KAI)), told()),
        arguments("a talk that is a break", agenda(DOORS, NELE, as(Kind.BREAK, KAI)), told()),
        arguments("a talk of a newer kind", agenda(DOORS, NELE, as(Kind.UNKNOWN, KAI)), told()),
        arguments(
            "a talk that is social, entered anew",
            agenda(DOORS, NELE, renumbered(as(Kind.SOCIAL, KAI), "x1")),
            told()),
        arguments(
            "a talk that is social, renamed and later",
            agenda(DOORS, NELE, moved(called(as(Kind.SOCIAL, KAI), "Pizza"), "20:00")),
            told("renamed systemd-sysext to Pizza", "moved Pizza from 19:45 to 20:00")),
        arguments(
            "a break that is new, moved or gone",
            agenda(DOORS, NELE, item("b", Kind.BREAK, "19:00", "Break"), KAI),
            told()),
        arguments(
            "doors that open earlier",
            agenda(moved(DOORS, "17:30"), NELE, KAI),
            told("doors at [18:00] and now [17:30]")),
        arguments(
            "doors that open later",
            agenda(moved(DOORS, "18:15"), NELE, KAI),
            told("doors at [18:00] and now [18:15]")),
        arguments(
            "doors that open half a minute later",
            agenda(startingAt(DOORS, at("18:00").plusMillis(29_500)), NELE, KAI),
            told()),
        arguments(
            "doors that are called otherwise", agenda(called(DOORS, "Einlass"), NELE, KAI), told()),
        arguments("doors that are remarks", agenda(as(Kind.REMARKS, DOORS), NELE, KAI), told()),
        arguments("doors that open with the start, unsaid", agenda(NELE, KAI), told()),
        arguments(
            "doors in another room as well, later",
            agenda(DOORS, item("d2", Kind.DOORS, "19:00", "Balcony"), NELE, KAI),
            told("doors at [18:00] and now [18:00, 19:00]")),
        arguments("another order", agenda(KAI, NELE, DOORS), told()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("agendas")
  void isToldOfTheAgenda(String what, List<AgendaItem> agenda, List<String> told) {
    Meetup now = withAgenda(BEFORE, agenda.toArray(AgendaItem[]::new));

    assertThat(words(BEFORE, now)).isEqualTo(told);
  }

  static Stream<Arguments> meetups() {
    Meetup cafe = with(BEFORE, new Venue("Café", "Straße 1", null));
    return Stream.of(
        arguments(titled(BEFORE, "Rust night"), titled(BEFORE, "Go night"), told("title Go night")),
        arguments(titled(BEFORE, "Rust night"), titled(BEFORE, " Rust\u00a0night"), told()),
        arguments(cafe, with(BEFORE, new Venue("Cafe\u0301", "Straße  1", null)), told()),
        arguments(
            with(BEFORE, new Venue("Café", null, null)),
            with(BEFORE, new Venue("Café", " ", null)),
            told()),
        arguments(cafe, with(BEFORE, new Venue("Café", "Straße 2", null)), told("place")),
        arguments(
            withOnline(BEFORE, "https://meet.example"),
            withOnline(BEFORE, "https://MEET.example:443/"),
            told()),
        arguments(
            withOnline(BEFORE, "https://meet.example/a"),
            withOnline(BEFORE, "https://meet.example/A"),
            told("online")),
        arguments(BEFORE, starting(at("18:00").plusSeconds(30)), told()),
        arguments(BEFORE, starting(at("18:00").plusMillis(500)), told()),
        arguments(starting(at("18:00").plusSeconds(59)), BEFORE, told()),
        arguments(starting(at("18:00").minusMillis(1)), BEFORE, told("time")),
        arguments(BEFORE, starting(at("18:01")), told("time")));
  }

  @ParameterizedTest
  @MethodSource("meetups")
  void isToldOfTheRest(Meetup before, Meetup now, List<String> told) {
    assertThat(words(before, now)).isEqualTo(told);
  }

  @Test
  void knowsTheDoorsOfEarlierBuildsByTheirId() {
    Meetup earlier = withAgenda(BEFORE, as(Kind.UNKNOWN, DOORS), NELE, KAI);

    assertThat(Difference.between(earlier, BEFORE)).isEmpty();
    assertThat(words(earlier, withAgenda(BEFORE, moved(DOORS, "18:15"), NELE, KAI)))
        .containsExactly("doors at [18:00] and now [18:15]");
  }

  static Stream<Arguments> agendasWithOtherDetails() {
    return Stream.of(
        arguments(agenda(DOORS, NELE, until(KAI, "20:30"))),
        arguments(agenda(DOORS, NELE, as(Kind.SOCIAL, KAI))),
        arguments(agenda(called(DOORS, "Einlass"), NELE, KAI)),
        arguments(agenda(DOORS, NELE, KAI, item("b", Kind.BREAK, "19:00", "Break"))),
        arguments(agenda(KAI, NELE, DOORS)));
  }

  @ParameterizedTest
  @MethodSource("agendasWithOtherDetails")
  void namesTheAgendaWhereEverythingIsTold(List<AgendaItem> agenda) {
    assertThat(Difference.between(BEFORE, withAgenda(BEFORE, agenda.toArray(AgendaItem[]::new))))
        .containsExactly(new Difference.DetailsChanged(Set.of(Detail.AGENDA)));
  }

  @Test
  void namesDetailsWhereBothMeetupsHaveThem() {
    Meetup one = detailed(Map.of(Detail.SEATS, "8", Detail.SUMMARY, "a"));
    Meetup other = detailed(Map.of(Detail.SEATS, "9", Detail.SUMMARY, "a"));

    assertThat(Difference.between(one, other))
        .containsExactly(new Difference.DetailsChanged(Set.of(Detail.SEATS)));
    assertThat(Difference.between(BEFORE, other)).isEmpty();
  }

  private static List<String> words(Meetup before, Meetup now) {
    return Difference.between(before, now).stream()
        .map(DifferenceTest::words)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static String words(Difference difference) {
    return switch (difference) {
      case Difference.TitleChanged(_, String title) -> "title " + title;
      case Difference.TimeChanged _ -> "time";
      case Difference.DoorsChanged(var before, var now) ->
          "doors at " + clocks(before) + " and now " + clocks(now);
      case Difference.PlaceChanged _ -> "place";
      case Difference.OnlineAddressChanged _ -> "online";
      case Difference.TalkAdded(AgendaItem talk) -> "added " + talk.title();
      case Difference.TalkDropped(AgendaItem talk) -> "dropped " + talk.title();
      case Difference.TalkRenamed(String before, AgendaItem talk) ->
          "renamed " + before + " to " + talk.title();
      case Difference.TalkMoved(Instant before, AgendaItem talk) ->
          "moved " + talk.title() + " from " + clock(before) + " to " + clock(talk.startsAt());
      case Difference.SpeakersChanged(_, AgendaItem talk) ->
          talk.title() + " is with " + talk.speakers();
      case Difference.DetailsChanged _ -> "";
    };
  }

  private static List<String> clocks(List<Instant> times) {
    return times.stream().map(DifferenceTest::clock).toList();
  }

  private static String clock(Instant time) {
    return time.atZone(BEFORE.times().zone()).toLocalTime().toString();
  }

  private static List<AgendaItem> agenda(AgendaItem... items) {
    return List.of(items);
  }

  private static List<String> told(String... words) {
    return List.of(words);
  }

  private static Meetup starting(Instant start) {
    return with(BEFORE, start, at("21:30"), "Europe/Berlin");
  }

  private static Meetup detailed(Map<Detail, String> details) {
    Meetup m = BEFORE;
    return new Meetup(
        m.title(),
        m.summary(),
        m.hosts(),
        m.place(),
        m.times(),
        m.codeOfConductUrl(),
        m.agenda(),
        m.reminders(),
        m.rsvpOpensAt(),
        details);
  }

  private static AgendaItem item(String id, Kind kind, String time, String title) {
    return new AgendaItem(id, kind, at(time), null, title, List.of(), null);
  }

  private static AgendaItem moved(AgendaItem item, String time) {
    return startingAt(item, at(time));
  }

  private static AgendaItem startingAt(AgendaItem i, Instant start) {
    return new AgendaItem(i.id(), i.kind(), start, i.endsAt(), i.title(), i.speakers(), null);
  }

  private static AgendaItem called(AgendaItem i, String title) {
    return new AgendaItem(i.id(), i.kind(), i.startsAt(), i.endsAt(), title, i.speakers(), null);
  }

  private static AgendaItem by(AgendaItem i, String... speakers) {
    return new AgendaItem(
        i.id(), i.kind(), i.startsAt(), i.endsAt(), i.title(), List.of(speakers), null);
  }

  private static AgendaItem until(AgendaItem i, String end) {
    return new AgendaItem(i.id(), i.kind(), i.startsAt(), at(end), i.title(), i.speakers(), null);
  }

  private static AgendaItem as(Kind kind, AgendaItem i) {
    return new AgendaItem(i.id(), kind, i.startsAt(), i.endsAt(), i.title(), i.speakers(), null);
  }

  private static AgendaItem renumbered(AgendaItem i, String id) {
    return new AgendaItem(id, i.kind(), i.startsAt(), i.endsAt(), i.title(), i.speakers(), null);
  }
}
