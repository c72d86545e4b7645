package org.doorsopen.rsvp.page.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.doorsopen.rsvp.page.changes.PartySection.Choice;
import org.doorsopen.rsvp.status.PartyChange;
import org.doorsopen.rsvp.status.PartyChange.Status;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PartySectionTest {

  private static final PublishedMeetup EVENING = PublishedMeetups.aSummerEvening();
  private static final Meetup MEETUP = PublishedMeetups.published(EVENING);
  private static final Instant OPEN = EVENING.windows().rsvpOpensAt();
  private static final Speech ENGLISH = new Words().in(Locale.ENGLISH);
  private static final Speech GERMAN = new Words().in(Locale.GERMAN);

  @Test
  void offersAsManyGuestsAsTheMeetupAdmits() {
    PartySection section = section(status(State.CONFIRMED, 2, null), OPEN);

    assertThat(section.form().choices())
        .containsExactly(new Choice("0", false), new Choice("1", true), new Choice("2", false));
    assertThat(section.form().hint()).contains("what you have stays yours");
    assertThat(section.answer()).isNull();
  }

  @Test
  void letsAPartyBeAsLargeAsItIsThoughTheMeetupAdmitsFewerByNow() {
    assertThat(section(status(State.CONFIRMED, 5, null), OPEN).form().choices()).hasSize(5);
  }

  @Test
  void warnsAWaitingPartyOfTheEndOfTheLine() {
    assertThat(section(status(State.WAITLISTED, 1, null), OPEN).form().hint())
        .contains("you go to the end of it");
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "86400, 2", "86401, 2"})
  void offersOnlyFewerOutsideTheWindow(long secondsAfterOpening, int choices) {
    PartySection section =
        section(status(State.CONFIRMED, 2, null), OPEN.plusSeconds(secondsAfterOpening));

    assertThat(section.form().choices()).hasSize(choices);
    assertThat(section.form().hint()).contains("only be fewer");
  }

  @Test
  void offersNothingWhereThereIsNothingToChooseFrom() {
    assertThat(section(status(State.CONFIRMED, 1, null), EVENING.windows().rsvpClosesAt()))
        .isNull();
    assertThat(section(status(State.WAITLISTED, 2, Reason.WAITLIST_CLOSED), OPEN)).isNull();
    assertThat(of(status(State.CONFIRMED, 2, null), MEETUP, List.of(), null, false)).isNull();
    assertThat(of(status(State.CONFIRMED, 2, null), null, List.of(), null, true)).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONFIRMED", "WAITLISTED"})
  void offersNothingWhereNothingStands(State state) {
    assertThat(section(status(state, 2, null), OPEN)).isNull();
  }

  @Test
  void asksAgainByItselfUntilTheAnswerIsThere() {
    PartySection waits =
        of(status(State.CONFIRMED, 2, null), MEETUP, List.of(), "some change", true);

    assertThat(waits.changing()).isTrue();
    assertThat(waits.form()).isNull();
    assertThat(waits.answer().text()).contains("shows the answer in a moment");
  }

  @Test
  void tellsTheAnswerToTheChangeThatWasAskedForAndToNoOther() {
    List<PartyChange> changes =
        List.of(
            new PartyChange("one", Status.CHANGED, 2, null),
            new PartyChange("two", Status.CHANGED, 1, null));
    RsvpStatus status = status(State.CONFIRMED, 2, null);

    assertThat(of(status, MEETUP, changes, "two", true).answer().text())
        .isEqualTo("It is done: you bring one guest.");
    assertThat(of(status, MEETUP, changes, "one", true).answer()).isNull();
    assertThat(of(status, MEETUP, changes, null, true).answer()).isNull();
    assertThat(of(status, MEETUP, changes, "two", true).form().key())
        .as("after an answer, the same wish is another one")
        .isNotEqualTo(of(status, MEETUP, List.of(), null, true).form().key());
  }

  @ParameterizedTest
  @EnumSource
  void saysInBothLanguagesWhyThePartyStaysAsItIs(PartyChange.Reason reason) {
    List<PartyChange> changes = List.of(new PartyChange("one", Status.DECLINED, 3, reason));
    RsvpStatus status = status(State.WAITLISTED, 2, null);

    for (Speech speech : List.of(ENGLISH, GERMAN)) {
      PartySection section = PartySection.of(status, MEETUP, changes, "one", true, OPEN, speech);
      assertThat(section.answer().tone()).isEqualTo("bad");
      assertThat(section.answer().text())
          .contains("3", speech.say("party.declined." + reason), speech.say("party.stays.waiting"));
    }
  }

  private static @Nullable PartySection section(RsvpStatus status, Instant now) {
    return PartySection.of(status, MEETUP, List.of(), null, true, now, ENGLISH);
  }

  private static @Nullable PartySection of(
      RsvpStatus status,
      @Nullable Meetup meetup,
      List<PartyChange> changes,
      @Nullable String asked,
      boolean mayChange) {
    return PartySection.of(status, meetup, changes, asked, mayChange, OPEN, ENGLISH);
  }

  private static RsvpStatus status(State state, int seats, @Nullable Reason reason) {
    return new RsvpStatus("r", "m", state, seats, seats - 1, "Ada", 4L, reason, null, false, null);
  }
}
