package org.doorsopen.schedule.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.ENDS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.desk.DeskPage.Entry;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskPageTest {

  private static final Instant BEFORE = STARTS_AT.minus(Duration.ofDays(7));

  @Test
  void saysTheStateOfEachMeetupInWords() {
    Meetup published = aMeetup().withDefaults(BEFORE);

    assertThat(only(draft(aMeetup(), null), BEFORE).state()).isEqualTo("Draft: nobody sees it yet");
    assertThat(only(draft(aMeetup(), version(MeetupStatus.PUBLISHED, published)), BEFORE))
        .returns("Published", Entry::state)
        .returns("good", Entry::tone);
    assertThat(
            only(
                    draft(
                        with(aMeetup(), "title", "Another title"),
                        version(MeetupStatus.PUBLISHED, published)),
                    BEFORE)
                .state())
        .startsWith("Published; later edits");
    assertThat(only(draft(aMeetup(), version(MeetupStatus.CANCELLED, published)), BEFORE))
        .returns("Cancelled", Entry::state)
        .returns("bad", Entry::tone);
    assertThat(only(draft(aMeetup(), version(MeetupStatus.PUBLISHED, published)), ENDS_AT).state())
        .isEqualTo("Over");
    assertThat(only(draft(aMeetup(), null), ENDS_AT).state())
        .isEqualTo("Draft that was never published");
  }

  @Test
  void showsTheNextEveningFirstAndTheLatestOfThoseThatAreOver() {
    Draft next = at(STARTS_AT);
    Draft later = at(STARTS_AT.plus(Duration.ofDays(30)));
    Draft past = at(STARTS_AT.minus(Duration.ofDays(30)));
    Draft longPast = at(STARTS_AT.minus(Duration.ofDays(60)));

    DeskPage page =
        DeskPage.of(List.of(later, longPast, next, past), 7L, BEFORE, new Words().in(Locale.UK));

    assertThat(page.ahead())
        .extracting(Entry::title)
        .containsExactly(next.meetup().title(), later.meetup().title());
    assertThat(page.behind())
        .extracting(Entry::title)
        .containsExactly(past.meetup().title(), longPast.meetup().title());
    assertThat(page.older()).isEqualTo("/desk?before=7");
  }

  @Test
  void asksForSeatsOfWhatPeopleCanRsvpTo() {
    Draft published =
        draft(aMeetup(), version(MeetupStatus.PUBLISHED, aMeetup().withDefaults(BEFORE)));

    assertThat(only(published, BEFORE).figures())
        .isEqualTo("/desk/attendees/" + published.meetupId() + "/figures");
    assertThat(only(draft(aMeetup(), null), BEFORE).figures()).isNull();
  }

  @Test
  void saysWhenAndWhereInTheReadersLanguage() {
    Entry entry =
        DeskPage.of(List.of(draft(aMeetup(), null)), null, BEFORE, new Words().in(Locale.GERMANY))
            .ahead()
            .getFirst();

    assertThat(entry.when().date()).isEqualTo("Donnerstag, 5. März 2026");
    assertThat(entry.when().time()).isEqualTo("18:00–21:30 Uhr");
    assertThat(entry.place()).isEqualTo("Berlin Mitte");
  }

  private static Entry only(Draft draft, Instant now) {
    DeskPage page = DeskPage.of(List.of(draft), null, now, new Words().in(Locale.UK));
    assertThat(page.isEmpty()).isFalse();
    return page.ahead().isEmpty() ? page.behind().getFirst() : page.ahead().getFirst();
  }

  private static Draft at(Instant startsAt) {
    Meetup meetup = with(with(aMeetup(), "startsAt", startsAt), "endsAt", startsAt.plusSeconds(60));
    return draft(with(meetup, "title", "Meetup of " + startsAt), null);
  }

  private static Draft draft(Meetup meetup, @Nullable PublishedVersion latest) {
    return new Draft(UUID.randomUUID(), 1, 1, meetup, latest);
  }

  private static PublishedVersion version(MeetupStatus status, Meetup meetup) {
    return new PublishedVersion(1, status, meetup, BEFORE, BEFORE, "ada");
  }
}
