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
import static org.doorsopen.changes.domain.AMeetup.withKai;
import static org.doorsopen.changes.domain.AMeetup.withOnline;
import static org.doorsopen.changes.domain.AMeetup.withReminders;
import static org.doorsopen.changes.domain.AMeetup.withSummary;
import static org.doorsopen.changes.domain.Standing.CONFIRMED;
import static org.doorsopen.changes.domain.Standing.RELEASED;
import static org.doorsopen.changes.domain.Standing.WAITLISTED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doorsopen.changes.domain.Difference.DetailsChanged;
import org.doorsopen.changes.domain.Difference.DoorsChanged;
import org.doorsopen.changes.domain.Difference.OnlineAddressChanged;
import org.doorsopen.changes.domain.Difference.PlaceChanged;
import org.doorsopen.changes.domain.Difference.SpeakersChanged;
import org.doorsopen.changes.domain.Difference.TalkAdded;
import org.doorsopen.changes.domain.Difference.TalkDropped;
import org.doorsopen.changes.domain.Difference.TalkMoved;
import org.doorsopen.changes.domain.Difference.TalkRenamed;
import org.doorsopen.changes.domain.Difference.TimeChanged;
import org.doorsopen.changes.domain.Difference.TitleChanged;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnouncementTest {

  private static final Meetup BEFORE = aMeetup();

  static Stream<Meetup> newTimesAndPlaces() {
    return Stream.of(
        titled(BEFORE, "Go Berlin"),
        withAgenda(BEFORE, doors("18:15"), NELE, KAI),
        with(BEFORE, at("18:30"), at("21:30"), "Europe/Berlin"),
        with(BEFORE, at("18:00"), at("22:00"), "Europe/Berlin"),
        with(BEFORE, at("18:00"), at("21:30"), "UTC"),
        with(BEFORE, new Venue("c-base", "Berlin Mitte", null)),
        with(BEFORE, new Venue("Mercedes-Benz.io", "Rungestraße 20", null)),
        with(BEFORE, (Venue) null));
  }

  @ParameterizedTest
  @MethodSource("newTimesAndPlaces")
  void tellsConfirmedAndWaitingOfTimeAndPlace(Meetup now) {
    assertThat(told(now, CONFIRMED)).hasSize(1);
    assertThat(told(now, WAITLISTED)).isEqualTo(told(now, CONFIRMED));
  }

  static Stream<Meetup> newTalks() {
    return Stream.of(
        withOnline(BEFORE, "https://meet.example/1"),
        withAgenda(BEFORE, DOORS, NELE),
        withAgenda(BEFORE, DOORS, NELE, KAI, talk("ada", "20:30", "Engines", "Ada")),
        withKai(BEFORE, _ -> talk("kai", "19:45", "systemd-confext", "Kai Lüke")),
        withKai(BEFORE, _ -> talk("kai", "20:00", "systemd-sysext", "Kai Lüke")),
        withKai(BEFORE, _ -> talk("kai", "19:45", "systemd-sysext", "Ada")));
  }

  @ParameterizedTest
  @MethodSource("newTalks")
  void tellsOnlyConfirmedOfTalksAndOfTheOnlineRoom(Meetup now) {
    assertThat(told(now, CONFIRMED)).hasSize(1);
    assertThat(Announcement.of(BEFORE, now, WAITLISTED, false)).isEmpty();
  }

  static Stream<Meetup> whatNobodyIsToldOf() {
    return Stream.of(
        withSummary(BEFORE, "Another summary."),
        with(BEFORE, new Venue("Mercedes-Benz.io", "Berlin Mitte", "https://other.example")),
        with(BEFORE, at("18:00"), at("21:30"), "Europe/Paris"),
        withReminders(BEFORE, Duration.ofHours(1)),
        withAgenda(BEFORE, NELE, KAI),
        withAgenda(BEFORE, KAI, NELE, DOORS),
        withKai(BEFORE, kai -> withEnd(kai, "20:20")));
  }

  @ParameterizedTest
  @MethodSource("whatNobodyIsToldOf")
  void tellsNobodyOfTheRest(Meetup now) {
    assertThat(Announcement.of(BEFORE, now, CONFIRMED, false)).isEmpty();
    assertThat(Announcement.of(BEFORE, now, WAITLISTED, false)).isEmpty();
  }

  @Test
  void tellsEveryoneOfAnythingIfTheOrganizerWantsSo() {
    Meetup now = withKai(BEFORE, _ -> talk("kai", "20:00", "systemd-sysext", "Kai Lüke"));

    assertThat(Announcement.of(BEFORE, now, WAITLISTED, true).orElseThrow().differences())
        .containsExactly(
            new TalkMoved(at("19:45"), now.agenda().getLast()),
            new DetailsChanged(Set.of(Detail.AGENDA)));
    assertThat(Announcement.of(BEFORE, BEFORE, WAITLISTED, true)).isPresent();
  }

  @Test
  void tellsTheAddressOfTheOnlineRoomToThoseWithASeatAloneWhateverTheOrganizerWants() {
    Meetup now = withOnline(BEFORE, "https://meet.example/1");

    assertThat(Announcement.of(BEFORE, now, WAITLISTED, true).orElseThrow().differences())
        .isEmpty();
    assertThat(Announcement.of(BEFORE, now, CONFIRMED, true).orElseThrow().differences())
        .hasSize(1);
    assertThat(Announcement.of(now, BEFORE, WAITLISTED, true).orElseThrow().differences())
        .isEmpty();
  }

  @Test
  void tellsNothingToWhoGaveUpTheSeat() {
    Meetup now = withOnline(BEFORE, "https://meet.example/1");

    assertThat(Announcement.of(BEFORE, now, RELEASED, true)).isEmpty();
  }

  @Test
  void tellsNobodyOfChangesThatCancelOut() {
    Meetup moved = with(BEFORE, at("18:30"), at("21:30"), "Europe/Berlin");
    Meetup movedBack = with(moved, at("18:00"), at("21:30"), "Europe/Berlin");

    assertThat(Announcement.of(BEFORE, movedBack, CONFIRMED, false)).isEmpty();
  }

  @Test
  void namesEveryDifferenceInTheOrderOfTheEvening() {
    AgendaItem ada = talk("ada", "18:10", "Engines", "Ada");
    AgendaItem kai = talk("kai", "20:00", "systemd-confext", "Zoë");
    Venue venue = new Venue("c-base", null, null);
    Meetup now =
        withAgenda(
            withOnline(
                with(
                    with(titled(BEFORE, "Go Berlin"), venue),
                    at("18:05"),
                    at("21:30"),
                    "Europe/Berlin"),
                "https://meet.example/1"),
            ada,
            kai);

    assertThat(told(now, CONFIRMED))
        .containsExactly(
            new TitleChanged(BEFORE.title(), "Go Berlin"),
            new TimeChanged(BEFORE.times(), now.times()),
            new DoorsChanged(List.of(at("18:00")), List.of()),
            new PlaceChanged(BEFORE.place().venue(), venue),
            new OnlineAddressChanged(null, "https://meet.example/1"),
            new TalkAdded(ada),
            new TalkRenamed("systemd-sysext", kai),
            new TalkMoved(at("19:45"), kai),
            new SpeakersChanged(List.of("Kai Lüke"), kai),
            new TalkDropped(NELE));
  }

  private static List<Difference> told(Meetup now, Standing standing) {
    return Announcement.of(BEFORE, now, standing, false).orElseThrow().differences();
  }

  private static AgendaItem doors(String time) {
    return new AgendaItem("doors", Kind.DOORS, at(time), null, "Doors Open", List.of(), null);
  }

  private static AgendaItem talk(String id, String time, String title, String speaker) {
    return new AgendaItem(id, Kind.TALK, at(time), null, title, List.of(speaker), null);
  }

  private static AgendaItem withEnd(AgendaItem talk, String end) {
    return new AgendaItem(
        talk.id(), Kind.TALK, talk.startsAt(), at(end), talk.title(), talk.speakers(), null);
  }
}
