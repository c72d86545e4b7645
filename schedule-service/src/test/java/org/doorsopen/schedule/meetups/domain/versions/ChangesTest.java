package org.doorsopen.schedule.meetups.domain.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.ENDS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.anItem;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.MeetupFixtures;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

  private static final Meetup OLD = aMeetup().withDefaults(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void findsNothingBetweenEqualMeetups() {
    assertThat(Changes.between(OLD, aMeetup().withDefaults(OLD.windows().rsvpOpensAt()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("componentsOfAMeetup")
  void findsAChangeInEachFieldOfAMeetup(String component) {
    Object other = otherThan(component);

    assertThat(Changes.between(OLD, with(OLD, component, other)))
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.path()).startsWith(component));
  }

  @ParameterizedTest
  @MethodSource("componentsOfAnItem")
  void findsAChangeInEachFieldOfAnAgendaItem(String component) {
    var values =
        Map.of(
            "kind",
            AgendaItemKind.BREAK,
            "startsAt",
            STARTS_AT.plusSeconds(60),
            "endsAt",
            STARTS_AT.plusSeconds(120),
            "title",
            "Another",
            "abstractText",
            "About",
            "speakers",
            List.of(new Speaker("Nele Uhlemann", null, null)),
            "slidesUrl",
            "https://slides.example/1",
            "recordingUrl",
            "https://videos.example/1");
    AgendaItem changed = with(OLD.agenda().getLast(), component, values.get(component));
    Meetup now = OLD.withAgenda(List.of(OLD.agenda().getFirst(), changed));

    assertThat(Changes.between(OLD, now))
        .singleElement()
        .satisfies(change ->
            assertThat(change.path())
                .isEqualTo("agenda[kai]." + component.replace("abstractText", "abstract")));
  }

  @Test
  void writesInstantsAndPeopleForPeople() {
    AgendaItem moved =
        with(
            with(OLD.agenda().getLast(), "startsAt", STARTS_AT.plusSeconds(60)),
            "speakers",
            List.of());
    Meetup now =
        with(OLD, "venue", new Venue("Kreuzberg", "Somewhere 1, Berlin", null))
            .withAgenda(List.of(OLD.agenda().getFirst(), moved));

    assertThat(Changes.between(OLD, now))
        .containsExactly(
            new Change("venue.name", "Berlin Mitte", "Kreuzberg"),
            new Change("agenda[kai].startsAt", "2026-03-05T18:45:00Z", "2026-03-05T17:01:00Z"),
            new Change("agenda[kai].speakers", "Kai Lüke, Engineer (Microsoft)", null));
  }

  @Test
  void tellsOfAddedAndDroppedItems() {
    Meetup now =
        OLD.withAgenda(List.of(OLD.agenda().getFirst(), anItem("nele", "Rubik's Cube", 30)));

    assertThat(Changes.between(OLD, now))
        .containsExactly(
            new Change("agenda[nele]", null, "Rubik's Cube"),
            new Change("agenda[kai]", "systemd-sysext", null));
  }

  @Test
  void tellsOfAnotherOrder() {
    Meetup now = OLD.withAgenda(OLD.agenda().reversed());

    assertThat(Changes.between(OLD, now))
        .containsExactly(
            new Change("agenda", "Doors Open; systemd-sysext", "systemd-sysext; Doors Open"));
  }

  @Test
  void tellsNoRemindersFromThoseOfThePlatform() {
    Meetup none = with(OLD, "reminders", List.of());
    Meetup two = with(OLD, "reminders", List.of(Duration.ofMinutes(30), Duration.ofHours(24)));

    assertThat(Changes.between(OLD, none)).containsExactly(new Change("reminders", null, "none"));
    assertThat(Changes.between(none, two))
        .containsExactly(new Change("reminders", "none", "PT24H; PT30M"));
  }

  private static Stream<Arguments> whatReadsTheSame() {
    return Stream.of(
        arguments("title", "\u200bCloud  Native\u00a0Berlin "),
        arguments("summary", "An evening\r\n"),
        arguments("hosts", List.of(new Host("Cloud Native Berlin\u00a0", null))),
        arguments("venue", new Venue("Berlin\tMitte", "Somewhere 1,  Berlin", null)),
        arguments("onlineUrl", "HTTPS://Meet.example:443"),
        arguments("startsAt", STARTS_AT.plusSeconds(30)),
        arguments("startsAt", STARTS_AT.plusMillis(500)),
        arguments("endsAt", ENDS_AT.plusSeconds(59)),
        arguments("codeOfConductUrl", "https://CONDUCT.example"),
        arguments("sponsors", List.of(new Sponsor("Fiberplane", "pizza\u200b", null))),
        arguments(
            "agenda",
            List.of(
                anItem("doors", "Doors Open", 0),
                with(
                    anItem("kai", "systemd\u2011sysext", 105),
                    "speakers",
                    List.of(new Speaker("Kai Lu\u0308ke", "Engineer", "Microsoft"))))));
  }

  @ParameterizedTest
  @MethodSource("whatReadsTheSame")
  void findsNothingWhereAFieldReadsTheSame(String component, Object value) {
    Meetup old =
        with(
            with(OLD, "onlineUrl", "https://meet.example/"),
            "codeOfConductUrl",
            "https://conduct.example/");

    assertThat(Changes.between(old, with(old, component, value))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsvpOpensAt", "rsvpClosesAt", "promotionsEndAt"})
  void findsAChangeOfAWindowToTheMillisecond(String window) {
    Instant usual = STARTS_AT.minusSeconds(3600);
    Meetup old = with(OLD, window, usual);

    assertThat(Changes.between(old, with(OLD, window, usual.plusMillis(1))))
        .extracting(Change::path)
        .containsExactly(window);
  }

  @Test
  void findsNothingInAStartThatMovesWithinItsMinuteAndTakesRsvpsWithIt() {
    Instant firstPublishedAt = Instant.parse("2026-01-01T00:00:00Z");
    Meetup later = with(aMeetup(), "startsAt", STARTS_AT.plusSeconds(30));

    assertThat(Changes.between(OLD, later.withDefaults(firstPublishedAt))).isEmpty();
  }

  @Test
  void seesADifferenceOfPartsWhoseWordsAreTheSame() {
    Meetup one = with(OLD, "sponsors", List.of(new Sponsor("A", null, "https://a.example")));
    Meetup other = with(OLD, "sponsors", List.of(new Sponsor("A (https://a.example)", null, null)));

    assertThat(Changes.between(one, other)).extracting(Change::path).containsExactly("sponsors");
  }

  private static Object otherThan(String component) {
    return switch (component) {
      case "hosts" -> List.of(new Host("Somebody else", null));
      case "venue" -> new Venue("Elsewhere", "There 2", "https://example.org");
      case "timeZone" -> ZoneId.of("Europe/London");
      case "capacity", "maxGuests", "waitlistCapacity", "reservedSeats" -> 77;
      case "confirmWithin" -> Duration.ofMinutes(45);
      case "reminders", "sponsors" -> List.of();
      case "agenda" -> List.of(anItem("kai", "systemd-confext", 105));
      default -> component.endsWith("At") ? STARTS_AT.plusSeconds(60) : "https://other.example";
    };
  }

  private static Stream<String> componentsOfAMeetup() {
    return MeetupFixtures.componentsOfAMeetup();
  }

  private static Stream<String> componentsOfAnItem() {
    return Arrays.stream(AgendaItem.class.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !name.equals("id"));
  }
}
