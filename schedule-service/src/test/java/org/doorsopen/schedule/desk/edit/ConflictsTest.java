package org.doorsopen.schedule.desk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.ENDS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.anItem;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.componentsOfAMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.desk.edit.Differences.Base;
import org.doorsopen.schedule.desk.edit.Differences.Base.Changed;
import org.doorsopen.schedule.desk.edit.Differences.Difference;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.MeetupReader;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No difference between two versions is passed over, whatever field it is in. */
class ConflictsTest {

  private static final Speech SPEECH = new Words().in(Locale.UK);
  private static final TypedReader READER = new TypedReader(new MeetupReader());

  static Stream<Arguments> changes() {
    return Stream.of(
        change("title", "title", "Another"),
        change("summary", "summary", "Another"),
        change("description", "description", "One\n\nTwo"),
        change("hosts", "hosts", List.of(new Host("Another", "https://example.org"))),
        change("venue", "venue.name", new Venue("Another", "Somewhere 1, Berlin", null)),
        change("venue", "venue.address", new Venue("Berlin Mitte", "Somewhere 2", null)),
        change(
            "venue",
            "venue.url",
            new Venue("Berlin Mitte", "Somewhere 1, Berlin", "https://example.org")),
        change("onlineUrl", "onlineUrl", "https://example.org/room"),
        change("startsAt", "startsAt", STARTS_AT.minusSeconds(60)),
        change("endsAt", "endsAt", ENDS_AT.plusSeconds(60)),
        change("capacity", "capacity", 9),
        change("maxGuests", "maxGuests", 2),
        change("waitlistCapacity", "waitlistCapacity", 0),
        change("confirmWithin", "confirmWithin", Duration.ofHours(3)),
        change("reservedSeats", "reservedSeats", 2),
        change("rsvpOpensAt", "rsvpOpensAt", STARTS_AT.minusSeconds(86_400)),
        change("rsvpClosesAt", "rsvpClosesAt", STARTS_AT.minusSeconds(3_600)),
        change("promotionsEndAt", "promotionsEndAt", STARTS_AT.plusSeconds(3_600)),
        change("reminders", "reminders", List.of()),
        change("reminders", "reminders", List.of(Duration.ofHours(3))),
        change("codeOfConductUrl", "codeOfConductUrl", "https://example.org/conduct"),
        change("sponsors", "sponsors", List.of(new Sponsor("Fiberplane", "beer", null))),
        change("sponsors", "sponsors", List.of(new Sponsor("Fiberplane, pizza", null, null))),
        change("sponsors", "sponsors", List.of()),
        item("kind", AgendaItemKind.BREAK),
        item("startsAt", STARTS_AT.plusSeconds(60 * 106)),
        item("endsAt", STARTS_AT.plusSeconds(60 * 120)),
        item("title", "Another"),
        item("abstractText", "Another"),
        item("slidesUrl", "https://example.org/slides"),
        item("recordingUrl", "https://example.org/recording"),
        item("speakers", List.of()),
        item("speakers", List.of(new Speaker("Another", "Engineer", "Microsoft"))),
        item("speakers", List.of(new Speaker("Kai Lüke", "Chief", "Microsoft"))),
        item("speakers", List.of(new Speaker("Kai Lüke", "Engineer", "Another"))),
        item("speakers", List.of(new Speaker("Kai Lüke", "Engineer, Microsoft", null))));
  }

  private static Arguments change(String component, String key, Object value) {
    return argumentSet(key + " " + value, key, with(aMeetup(), component, value));
  }

  private static Arguments item(String component, Object value) {
    List<AgendaItem> agenda = new ArrayList<>(aMeetup().agenda());
    agenda.set(1, with(agenda.get(1), component, value));
    return argumentSet(
        "item: " + component + " " + value, "agenda.kai", with(aMeetup(), "agenda", agenda));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void showEachFieldAndTakeTheChosenOne(String key, Meetup theirs) {
    Meetup mine = aMeetup();

    assertThat(Differences.between(mine, theirs, SPEECH))
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.key()).isEqualTo(key);
          assertThat(difference.one()).isNotEqualTo(difference.other());
        });
    assertThat(chosen(mine, theirs, key, "mine")).isEqualTo(mine);
    assertThat(chosen(mine, theirs, key, "theirs")).isEqualTo(theirs);
    assertThat(chosen(theirs, mine, key, "theirs")).isEqualTo(mine);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void sayWhoHasChangedTheField(String key, Meetup changed) {
    Typed base = TypedMeetups.of(aMeetup());
    Typed other = TypedMeetups.of(changed);
    Base sent = Base.read(Base.of(base).written());

    assertThat(sent.changed(key, base, other)).isEqualTo(Changed.THEIRS);
    assertThat(sent.changed(key, other, base)).isEqualTo(Changed.MINE);
    assertThat(sent.changed(key, other, other)).isEqualTo(Changed.BOTH);
    assertThat(Base.read("nothing of ours").changed(key, base, other)).isNull();
  }

  @Test
  void leaveNoComponentOfAMeetupOut() {
    List<String> changed =
        changes()
            .map(arguments -> (Meetup) arguments.get()[1])
            .flatMap(theirs -> componentsOfAMeetup().filter(name -> differs(name, theirs)))
            .distinct()
            .toList();

    assertThat(changed)
        .containsAll(componentsOfAMeetup().filter(name -> !name.equals("timeZone")).toList());
  }

  @Test
  void showTheZoneWithEveryTimeThatItMoves() {
    Meetup theirs = with(aMeetup(), "timeZone", ZoneId.of("Asia/Kathmandu"));

    assertThat(Differences.between(aMeetup(), theirs, SPEECH))
        .extracting(Difference::key)
        .containsExactly("timeZone", "startsAt", "endsAt", "agenda.doors", "agenda.kai");
  }

  @Test
  void tellTheOrderFromAnItemThatIsCalledOrder() {
    Meetup mine =
        with(aMeetup(), "agenda", List.of(anItem("order", "One", 0), anItem("kai", "Two", 30)));
    Meetup theirs =
        with(aMeetup(), "agenda", List.of(anItem("kai", "Two", 30), anItem("order", "Uno", 0)));
    Base base = Base.of(TypedMeetups.of(mine));

    assertThat(Differences.between(mine, theirs, SPEECH))
        .extracting(Difference::key)
        .containsExactly("agenda.order", "order");
    assertThat(base.changed("order", TypedMeetups.of(mine), TypedMeetups.of(theirs)))
        .isEqualTo(Changed.THEIRS);
    assertThat(base.changed("order", TypedMeetups.of(theirs), TypedMeetups.of(mine)))
        .isEqualTo(Changed.MINE);
  }

  private static boolean differs(String component, Meetup theirs) {
    return !valueOf(component, theirs).equals(valueOf(component, aMeetup()));
  }

  private static String valueOf(String component, Meetup meetup) {
    Typed typed = TypedMeetups.of(meetup);
    return switch (component) {
      case "agenda" -> meetup.agenda().toString();
      case "venue" -> String.valueOf(meetup.place().venue());
      case "hosts" -> meetup.hosts().toString();
      case "sponsors" -> meetup.sponsors().toString();
      default -> typed.text(component) + typed.text(component + "Kind");
    };
  }

  private static Meetup chosen(Meetup mine, Meetup theirs, String key, String choice) {
    Map<String, String> fields = TypedMeetups.of(mine).fields();
    fields.put(EditForm.EDIT, "7");
    fields.put("do.choose", "");
    fields.put(Choices.name(key), choice);
    Draft saved = new Draft(UUID.randomUUID(), 1, 7, theirs, null);
    assertThat(Choices.areMissing(fields, saved, SPEECH)).isFalse();
    return READER.read(Typed.of(Choices.applied(fields, saved, SPEECH)));
  }
}
