package org.doorsopen.schedule.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.STARTS_AT;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetupDeskPageTest {

  private static final Instant BEFORE = STARTS_AT.minus(Duration.ofDays(7));

  @Test
  void saysWhoPublishedLast() {
    assertThat(publishedBy("ada").published())
        .startsWith("Version 3, published on ")
        .contains("Thursday")
        .endsWith("by ada");
    assertThat(publishedBy(null).published()).startsWith("Version 3, ").doesNotContain(" by ");
  }

  @Test
  void saysOfADraftThatNobodySeesIt() {
    MeetupDeskPage page = page(new Draft(UUID.randomUUID(), 1, 1, aMeetup(), null));

    assertThat(page.state()).isEqualTo("Draft: nobody sees it yet");
    assertThat(page.published()).isNull();
    assertThat(page.figures()).isNull();
  }

  private static MeetupDeskPage publishedBy(@Nullable String organizer) {
    PublishedVersion latest =
        new PublishedVersion(
            3, MeetupStatus.PUBLISHED, aMeetup().withDefaults(BEFORE), BEFORE, BEFORE, organizer);
    return page(new Draft(UUID.randomUUID(), 1, 1, aMeetup(), latest));
  }

  private static MeetupDeskPage page(Draft draft) {
    return MeetupDeskPage.of(draft, BEFORE, new Words().in(Locale.UK));
  }
}
