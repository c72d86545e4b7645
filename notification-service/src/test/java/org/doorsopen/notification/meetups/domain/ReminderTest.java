package org.doorsopen.notification.meetups.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.changes.domain.AMeetup.aMeetup;
import static org.doorsopen.changes.domain.AMeetup.withReminders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderTest {

  private static final Instant START = Instant.parse("2024-03-14T17:00:00Z");
  private static final Reminder DAY_BEFORE = new Reminder(Duration.ofHours(24), START);

  @Test
  void isDueItsLeadBeforeTheStart() {
    assertThat(DAY_BEFORE.dueAt()).isEqualTo("2024-03-13T17:00:00Z");
  }

  @Test
  void isOfUseUntilHalfOfTheLeadIsGone() {
    assertThat(DAY_BEFORE.isOfUseAt(Instant.parse("2024-03-14T05:00:00Z"))).isTrue();
    assertThat(DAY_BEFORE.isOfUseAt(Instant.parse("2024-03-14T05:00:00.001Z"))).isFalse();
  }

  @Test
  void isNotNeededWhereTheStartItselfIsNews() {
    assertThat(DAY_BEFORE.isAheadAt(DAY_BEFORE.dueAt().minusMillis(1))).isTrue();
    assertThat(DAY_BEFORE.isAheadAt(DAY_BEFORE.dueAt())).isFalse();
  }

  @Test
  void isAsTheOrganizersSayBeforeWhatThePlatformIsSetTo() {
    List<Duration> platforms = List.of(Duration.ofHours(24));

    assertThat(aMeetup().remindersOr(platforms)).isEqualTo(platforms);
    assertThat(withReminders(aMeetup(), Duration.ofHours(3)).remindersOr(platforms))
        .containsExactly(Duration.ofHours(3));
    assertThat(withReminders(aMeetup()).remindersOr(platforms)).isEmpty();
  }

  @Test
  void isAnotherOneForAnotherStartOrLead() {
    assertThat(DAY_BEFORE.id()).isEqualTo("PT24H@2024-03-14T17:00:00Z");
    assertThat(Reminder.parse(DAY_BEFORE.id())).isEqualTo(DAY_BEFORE);
    assertThat(new Reminder(Duration.ofHours(24), START.plusSeconds(1)).id())
        .isNotEqualTo(DAY_BEFORE.id());
  }
}
