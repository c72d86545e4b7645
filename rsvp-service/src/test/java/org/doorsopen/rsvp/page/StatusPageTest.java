package org.doorsopen.rsvp.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetups;
import org.doorsopen.rsvp.page.StatusPage.Visit;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusPageTest {

  private static final String ROOM = "https://example.org/live";

  private static final Speech ENGLISH = new Words().in(Locale.ENGLISH);
  private static final Speech GERMAN = new Words().in(Locale.GERMAN);

  @Test
  void tellsAWaitingPartyItsPosition() {
    StatusPage page =
        StatusPage.of(
            status(RsvpStatus.State.WAITLISTED, null),
            null,
            null,
            new Visit(Purpose.MAIL, false, false),
            ENGLISH);

    assertThat(page.headline()).isEqualTo("You are number 4 on the waitlist");
    assertThat(page.cancel()).isNotNull();
    assertThat(page.changing()).isFalse();
  }

  @Test
  void asksAgainByItselfWhileNothingIsDecided() {
    assertThat(
            StatusPage.of(
                    status(RsvpStatus.State.REQUESTED, null),
                    null,
                    null,
                    new Visit(Purpose.MAIL, false, false),
                    ENGLISH)
                .changing())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUESTED", "CONFIRMED", "WAITLISTED"})
  void isBeingCancelledUntilThatIsDecided(RsvpStatus.State state) {
    StatusPage page =
        StatusPage.of(
            status(state, null), null, null, new Visit(Purpose.MAIL, true, false), ENGLISH);

    assertThat(page.headline()).isEqualTo("Your RSVP is being cancelled");
    assertThat(page.cancel()).isNull();
    assertThat(page.changing()).isTrue();
  }

  @Test
  void isCancelledOnceThatIsDecided() {
    StatusPage page =
        StatusPage.of(
            status(RsvpStatus.State.CANCELLED, Reason.ATTENDEE),
            null,
            null,
            new Visit(Purpose.MAIL, true, false),
            ENGLISH);

    assertThat(page.headline()).isEqualTo("Your RSVP is cancelled");
    assertThat(page.tone()).isEqualTo("card");
    assertThat(page.cancel()).isNull();
    assertThat(page.changing()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ALREADY_REGISTERED,already",
    "RSVPS_NOT_OPEN,not open yet",
    "RSVPS_CLOSED,closed",
    "TOO_MANY_GUESTS,guests",
    "FULL,taken",
    "MEETUP_CANCELLED,cancelled",
    "UNKNOWN_MEETUP,not be found",
    "UNKNOWN,cannot name",
    ",cannot name"
  })
  void saysInWordsWhyItDeclined(@Nullable Reason reason, String words) {
    StatusPage page =
        StatusPage.of(
            status(RsvpStatus.State.DECLINED, reason),
            null,
            null,
            new Visit(Purpose.MAIL, false, false),
            ENGLISH);

    assertThat(page.explanation()).contains(words);
  }

  @Test
  void saysWhenRsvpsOpenInTheZoneOfTheMeetup() {
    Meetup meetup = PublishedMeetups.published(PublishedMeetups.aSummerEvening());
    RsvpStatus early = status(RsvpStatus.State.DECLINED, Reason.RSVPS_NOT_OPEN);
    String opensAt =
        ENGLISH
            .times()
            .moment(meetup.contents().windows().rsvpOpensAt(), ZoneId.of("Europe/Berlin"));

    assertThat(opensAt).endsWith("(Europe/Berlin, UTC+02:00)");
    assertThat(
            StatusPage.of(early, meetup, null, new Visit(Purpose.MAIL, false, false), ENGLISH)
                .explanation())
        .isEqualTo(
            "RSVPs open on "
                + opensAt
                + ", and you asked before that. Please RSVP again from then on.");
    assertThat(
            StatusPage.of(early, meetup, null, new Visit(Purpose.MAIL, false, false), GERMAN)
                .explanation())
        .startsWith("Die Anmeldung beginnt am ")
        .contains("(Europe/Berlin, UTC+02:00)");
  }

  @Test
  void showsTheEveningInItsOwnTime() {
    StatusPage page =
        StatusPage.of(
            status(RsvpStatus.State.CONFIRMED, null),
            PublishedMeetups.published(PublishedMeetups.aSummerEvening()),
            null,
            new Visit(Purpose.MAIL, false, false),
            ENGLISH);

    assertThat(page.meetup())
        .satisfies(evening -> {
          assertThat(evening.when())
              .isEqualTo(
                  new LocalTimes.Span(
                      "Wednesday, 12 June 2030",
                      "18:00–21:00",
                      "Berlin time, UTC+02:00",
                      "2030-06-12T16:00:00Z"));
          assertThat(evening.agenda())
              .containsExactly(
                  new StatusPage.Item("2030-06-12T16:00:00Z", "18:00", "Doors", ""),
                  new StatusPage.Item(
                      "2030-06-12T16:30:00Z", "18:30–19:00", "Small <i>kernels</i>", "Kai, Ada"));
        });
  }

  @Test
  void saysTheSameInGerman() {
    StatusPage page =
        StatusPage.of(
            status(RsvpStatus.State.WAITLISTED, null),
            PublishedMeetups.published(PublishedMeetups.aSummerEvening()),
            null,
            new Visit(Purpose.MAIL, false, false),
            GERMAN);

    assertThat(page.headline()).isEqualTo("Du bist auf Platz 4 der Warteliste");
    assertThat(page.meetup())
        .satisfies(evening -> assertThat(evening.when().time()).isEqualTo("18:00–21:00 Uhr"));
  }

  @ParameterizedTest
  @EnumSource(RsvpStatus.State.class)
  void leadsThoseWhoHoldASeatToTheOnlineRoomAndNobodyElse(RsvpStatus.State state) {
    Meetup meetup = PublishedMeetups.published(PublishedMeetups.aSummerEvening());
    StatusPage.Evening evening =
        Objects.requireNonNull(
            StatusPage.of(
                    status(state, null),
                    meetup,
                    ROOM,
                    new Visit(Purpose.MAIL, false, false),
                    ENGLISH)
                .meetup());

    if (state == RsvpStatus.State.CONFIRMED) {
      assertThat(evening.onlineUrl()).isEqualTo(ROOM);
      assertThat(evening.online()).isNull();
    } else {
      assertThat(evening.toString()).doesNotContain(ROOM);
      assertThat(evening.online()).isEqualTo("The address comes with a seat.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, Your seat goes to the one who waits.",
    "0, Then somebody else can have your seat.",
    "11, Your seat goes to the next of 11 who wait."
  })
  void saysWhatFollowsWhenTheSeatIsGivenUp(int waiting, String consequence) {
    Meetup published = PublishedMeetups.published(PublishedMeetups.aSummerEvening());
    Meetup meetup =
        new Meetup(
            published.meetupId(),
            published.version(),
            published.status(),
            published.publishedAt(),
            published.contents(),
            new Meetup.Seats(8, 8, waiting));

    assertThat(
            StatusPage.of(
                    status(RsvpStatus.State.CONFIRMED, null),
                    meetup,
                    null,
                    new Visit(Purpose.MAIL, false, false),
                    ENGLISH)
                .cancel())
        .isEqualTo(new StatusPage.Cancel(consequence, "Cancel my RSVP"));
  }

  private static RsvpStatus status(RsvpStatus.State state, @Nullable Reason reason) {
    return status(state, reason, null, false);
  }

  @Test
  void offersNoMoreThanTheTokenOfItsLinkIsGoodFor() {
    assertThat(page(Purpose.MAIL).cancel()).isNotNull();
    assertThat(page(Purpose.MAIL).erase()).isNotNull();
    assertThat(page(Purpose.ANSWER).cancel()).isNotNull();
    assertThat(page(Purpose.ANSWER).erase()).isNull();
    assertThat(page(Purpose.CALENDAR).cancel()).isNull();
    assertThat(page(Purpose.CALENDAR).erase()).isNull();
    assertThat(page(Purpose.CALENDAR).elsewhere()).contains("one of our e-mails");
  }

  private static StatusPage page(Purpose purpose) {
    return StatusPage.of(
        status(RsvpStatus.State.CONFIRMED, null),
        null,
        null,
        new Visit(purpose, false, false),
        ENGLISH);
  }

  private static RsvpStatus status(
      RsvpStatus.State state,
      @Nullable Reason reason,
      @Nullable Instant confirmUntil,
      boolean addressConfirmed) {
    return new RsvpStatus(
        "r", "m", state, 1, 0, "Ada", 4L, reason, confirmUntil, addressConfirmed, null);
  }

  @Test
  void asksForTheAddressToBeConfirmedAndLetsOnlyAMailsLinkDoIt() {
    Meetup meetup = PublishedMeetups.published(PublishedMeetups.aSummerEvening());
    RsvpStatus waiting =
        status(RsvpStatus.State.CONFIRMED, null, Instant.parse("2026-07-01T16:30:00Z"), false);

    StatusPage byMail =
        StatusPage.of(waiting, meetup, null, new Visit(Purpose.MAIL, false, false), ENGLISH);
    assertThat(byMail.confirm().hint())
        .contains("Please confirm your address until", "next in line");
    assertThat(byMail.confirm().button()).isEqualTo("Yes, that is me");
    StatusPage byAnswer =
        StatusPage.of(waiting, meetup, null, new Visit(Purpose.ANSWER, false, false), ENGLISH);
    assertThat(byAnswer.confirm().hint()).contains("by the link in the e-mail");
    assertThat(byAnswer.confirm().button()).isNull();
    assertThat(
            StatusPage.of(waiting, meetup, null, new Visit(Purpose.MAIL, false, true), ENGLISH)
                .confirm())
        .isNull();
  }

  @Test
  void leavesTheAnswersLinkNothingButToLookOnceTheAddressIsConfirmed() {
    RsvpStatus confirmed = status(RsvpStatus.State.CONFIRMED, null, null, true);

    StatusPage page =
        StatusPage.of(confirmed, null, null, new Visit(Purpose.ANSWER, false, false), ENGLISH);
    assertThat(page.cancel()).isNull();
    assertThat(page.elsewhere()).contains("one of our e-mails");
    assertThat(page.confirm()).isNull();
    assertThat(
            StatusPage.of(confirmed, null, null, new Visit(Purpose.MAIL, false, false), ENGLISH)
                .cancel())
        .isNotNull();
  }
}
