package org.doorsopen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsAndTokensTest {

  private static final String SECRET = "a secret that is long enough";

  private final AttendeeIds attendeeIds = new AttendeeIds(SECRET);
  private final RsvpIds rsvpIds = new RsvpIds(SECRET);
  private final RsvpTokens tokens = new RsvpTokens(SECRET);

  @Test
  void knowsAnAttendeeAgainHoweverTheAddressIsSpelled() {
    assertThat(attendeeIds.of("m1", " Zoe\u0301@Example.org "))
        .isEqualTo(attendeeIds.of("m1", "zo\u00e9@example.ORG"));
  }

  @Test
  void saysNothingOfAnAttendeeAcrossMeetups() {
    assertThat(attendeeIds.of("m1", "ada@example.org"))
        .isNotEqualTo(attendeeIds.of("m2", "ada@example.org"));
  }

  @Test
  void keepsPartsApart() {
    assertThat(attendeeIds.of("m1", "1ada@example.org"))
        .isNotEqualTo(attendeeIds.of("m11", "ada@example.org"));
  }

  @Test
  void givesTheSamePersonWithTheSameKeyTheSameRsvp() {
    String first = rsvpIds.of("m1", "ada@example.org", "key");

    assertThat(rsvpIds.of("m1", "ADA@example.org", "key")).isEqualTo(first);
    assertThat(rsvpIds.of("m1", "bob@example.org", "key")).isNotEqualTo(first);
    assertThat(rsvpIds.of("m1", "ada@example.org", "other")).isNotEqualTo(first);
    assertThat(rsvpIds.of("m2", "ada@example.org", "key")).isNotEqualTo(first);
  }

  @Test
  void makesRsvpIdsThatAreUuids() {
    UUID derived = UUID.fromString(rsvpIds.of("m1", "ada@example.org", "key"));

    assertThat(derived.version()).isEqualTo(8);
    assertThat(derived.variant()).isEqualTo(2);
  }

  @Test
  void makesAFreshRsvpIdWithoutAKey() {
    assertThat(rsvpIds.of("m1", "ada@example.org", null))
        .isNotEqualTo(rsvpIds.of("m1", "ada@example.org", null));
  }

  @Test
  void findsTheMeetupInAGenuineToken() {
    assertThat(tokens.meetupIdOf("r1", tokens.issue("m1", "r1"))).contains("m1");
    assertThat(tokens.meetupIdOf("r1", tokens.issueForMail("m1", "r1"))).contains("m1");
  }

  @Test
  void tellsTheTokenOfAMailFromThatOfAnAnswer() {
    assertThat(tokens.isFromMail("r1", tokens.issueForMail("m1", "r1"))).isTrue();
    assertThat(tokens.isFromMail("r1", tokens.issue("m1", "r1"))).isFalse();
  }

  @Test
  void refusesTheTokenOfAnotherRsvpOrOfAnotherSecretOrAMutilatedOne() {
    for (String token : List.of(tokens.issue("m1", "r1"), tokens.issueForMail("m1", "r1"))) {
      isRefused(tokens, "r2", token);
      isRefused(new RsvpTokens("another secret, long enough"), "r1", token);
      isRefused(tokens, "r1", token.substring(1));
      isRefused(tokens, "r1", token + "x");
      isRefused(tokens, "r1", "");
      isRefused(tokens, "r1", "%%%.%%%");
      isRefused(tokens, "r1", "_w." + token.split("\\.")[1]);
      isRefused(tokens, "r1", "bTI." + token.split("\\.")[1]);
    }
  }

  private static void isRefused(RsvpTokens tokens, String rsvpId, String token) {
    assertThat(tokens.meetupIdOf(rsvpId, token)).isEmpty();
    assertThat(tokens.isFromMail(rsvpId, token)).isFalse();
  }

  @Test
  void demandsASecretThatCannotBeGuessedInAnAfternoon() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RsvpTokens("short"))
        .withMessageContaining("DOORS_SECRET");
  }

  @Test
  void letsAnUnsubscribeTokenStopItsOwnRsvpsRemindersOnly() {
    UnsubscribeTokens unsubscribe = new UnsubscribeTokens(SECRET);
    String token = unsubscribe.issue("r1");

    assertThat(unsubscribe.rsvpIdOf(token)).contains("r1");
    isRefused(tokens, "r1", token);
    assertThat(unsubscribe.rsvpIdOf(tokens.issue("m1", "r1"))).isEmpty();
    assertThat(unsubscribe.rsvpIdOf(tokens.issueForMail("m1", "r1"))).isEmpty();
    assertThat(unsubscribe.rsvpIdOf(token.substring(0, token.length() - 1))).isEmpty();
    assertThat(unsubscribe.rsvpIdOf("cjE." + token.substring(token.indexOf('.') + 2))).isEmpty();
    assertThat(unsubscribe.rsvpIdOf("")).isEmpty();
  }
}
