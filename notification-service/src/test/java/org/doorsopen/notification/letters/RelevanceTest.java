package org.doorsopen.notification.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.changes.domain.AMeetup.aMeetup;

import java.time.Instant;
import java.util.Locale;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.meetups.Publication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final Publication LATEST =
      new Publication(
          "m", 1, false, aMeetup(), null, null, false, NOW, new Cause("seats", 0, 0, null));

  /** Kinds that need no reminders and no messages leave them alone. */
  @SuppressWarnings("NullAway")
  private final Relevance relevance = new Relevance(null, null);

  /** The seats that it would tell of are those of now, and there are none any more. */
  @ParameterizedTest
  @CsvSource({
    "PARTY_CHANGED, CONFIRMED,",
    "PARTY_CHANGED, WAITLISTED,",
    "PARTY_CHANGED, RELEASED, NO_RSVP",
    "PARTY_UNCHANGED, CONFIRMED,",
    "PARTY_UNCHANGED, RELEASED, NO_RSVP",
    "SEAT_CONFIRMED, RELEASED,",
  })
  void saysNothingMoreOfAPartyThatIsGone(
      MailKind kind, Standing standing, @Nullable MissedReason reason) {
    LetterContext context = Samples.standing(Samples.of(kind, Locale.ENGLISH), standing);

    assertThat(relevance.reasonToDrop(context.mail(), LATEST, context.recipient(), NOW))
        .isEqualTo(reason);
  }
}
