package org.doorsopen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorsopen.identity.RsvpTokens.Claim;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.junit.jupiter.api.Test;

class IdsAndTokensTest {

  private static final String SECRET = "a secret that is long enough";

  private static final List<String> DETAILS = List.of("Ada", "0");
  private static final Instant END = Instant.parse("2026-02-01T12:00:00Z");
  private static final String ANSWERED = "C5f8JdEqU_BwiZ0viKmYbvkB2hp5nF4NFol6_o-CLsQ";
  private static final String MAILED = "YvXFexsTRsE4tLnczj0ynnUarzD1uNESlJCSpKGmkSs";

  private final AttendeeIds attendeeIds = new AttendeeIds(Secrets.of(SECRET));
  private final RsvpIds rsvpIds = new RsvpIds(Secrets.of(SECRET));
  private final RsvpTokens tokens = new RsvpTokens(Secrets.of(SECRET));

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
    String first = rsvpIds.of("m1", "ada@example.org", "key", DETAILS);

    assertThat(rsvpIds.of("m1", "ADA@example.org", "key", DETAILS)).isEqualTo(first);
    assertThat(rsvpIds.of("m1", "bob@example.org", "key", DETAILS)).isNotEqualTo(first);
    assertThat(rsvpIds.of("m1", "ada@example.org", "other", DETAILS)).isNotEqualTo(first);
    assertThat(rsvpIds.of("m2", "ada@example.org", "key", DETAILS)).isNotEqualTo(first);
  }

  @Test
  void makesRsvpIdsThatAreUuids() {
    UUID derived = UUID.fromString(rsvpIds.of("m1", "ada@example.org", "key", DETAILS));

    assertThat(derived.version()).isEqualTo(8);
    assertThat(derived.variant()).isEqualTo(2);
  }

  @Test
  void makesAFreshRsvpIdWithoutAKey() {
    assertThat(rsvpIds.of("m1", "ada@example.org", null, DETAILS))
        .isNotEqualTo(rsvpIds.of("m1", "ada@example.org", null, DETAILS));
  }

  @Test
  void findsTheMeetupAndThePurposeInAGenuineToken() {
    assertThat(tokens.read("r1", tokens.issue("m1", "r1")))
        .contains(new Claim("m1", Purpose.ANSWER, null));
    assertThat(tokens.read("r1", tokens.issueForMail("m1", "r1")))
        .contains(new Claim("m1", Purpose.MAIL, null));
    assertThat(tokens.read("r1", tokens.issueForCalendar("m1", "r1")))
        .contains(new Claim("m1", Purpose.CALENDAR, null));
    assertThat(tokens.read("r1", tokens.issueForCheckIn("m1", "r1")))
        .contains(new Claim("m1", Purpose.CHECK_IN, null));
    assertThat(tokens.read("r1", tokens.issueForErasure("m1", "r1", END)))
        .contains(new Claim("m1", Purpose.ERASURE, END));
  }

  /** As they were made by the first build that told purposes apart. */
  @Test
  void readsTokensOfLinksThatAreOut() {
    assertThat(tokens.read("r1", "bTE.%s".formatted(ANSWERED)))
        .contains(new Claim("m1", Purpose.ANSWER, null));
    assertThat(tokens.read("r1", "bTE.%s".formatted(MAILED)))
        .contains(new Claim("m1", Purpose.MAIL, null));
  }

  @Test
  void signsWithThePresentSecretAndReadsThatBefore() {
    Secrets rotated = new Secrets("the next secret, also long enough", SECRET, SECRET);
    RsvpTokens after = new RsvpTokens(rotated);
    String old = tokens.issueForMail("m1", "r1");
    String fresh = after.issueForMail("m1", "r1");

    assertThat(after.read("r1", old)).isEqualTo(tokens.read("r1", old));
    assertThat(after.read("r1", fresh)).contains(new Claim("m1", Purpose.MAIL, null));
    assertThat(fresh).isNotEqualTo(old);
    assertThat(tokens.read("r1", fresh)).isEmpty();
    assertThat(new RsvpTokens(Secrets.of(rotated.present())).read("r1", old)).isEmpty();
    String stop = new UnsubscribeTokens(Secrets.of(SECRET)).issue("r1");
    assertThat(new UnsubscribeTokens(rotated).rsvpIdOf(stop)).contains("r1");
  }

  @Test
  void knowsPeopleAgainAfterARotation() {
    Secrets rotated = new Secrets("the next secret, also long enough", null, SECRET);

    assertThat(new AttendeeIds(rotated).of("m1", "ada@example.org"))
        .isEqualTo(attendeeIds.of("m1", "ada@example.org"));
    assertThat(new RsvpIds(rotated).of("m1", "ada@example.org", "key", DETAILS))
        .isEqualTo(rsvpIds.of("m1", "ada@example.org", "key", DETAILS));
  }

  @Test
  void endsFormsAndSessionsWithTheSecret() {
    Secrets rotated = new Secrets("the next secret, also long enough", SECRET, SECRET);
    String form = new FormTokens(Secrets.of(SECRET)).issue("owner");

    assertThat(new FormTokens(rotated).isGenuine(form, "owner")).isFalse();
  }

  @Test
  void startsAnIdAlikeForAKeyThatComesAgainWithOtherDetails() {
    String first = rsvpIds.of("m1", "ada@example.org", "key", DETAILS);
    String other = rsvpIds.of("m1", "ada@example.org", "key", List.of("Mallory", "0"));
    String anotherKey = rsvpIds.of("m1", "ada@example.org", "other", DETAILS);

    assertThat(other).isNotEqualTo(first);
    for (String id : List.of(first, other)) {
      assertThat(id).isBetween(RsvpIds.firstOfKey(first), RsvpIds.lastOfKey(first));
      assertThat(UUID.fromString(id).version()).isEqualTo(8);
      assertThat(UUID.fromString(id).variant()).isEqualTo(2);
    }
    assertThat(
            anotherKey.compareTo(RsvpIds.firstOfKey(first)) < 0
                || anotherKey.compareTo(RsvpIds.lastOfKey(first)) > 0)
        .isTrue();
  }

  @Test
  void keepsDetailsApart() {
    assertThat(rsvpIds.of("m1", "ada@example.org", "key", List.of("Ada", "11")))
        .isNotEqualTo(rsvpIds.of("m1", "ada@example.org", "key", List.of("Ada1", "1")));
  }

  @Test
  void refusesTheTokenOfAnotherRsvpOrOfAnotherSecretOrAMutilatedOne() {
    for (String token :
        List.of(
            tokens.issue("m1", "r1"),
            tokens.issueForMail("m1", "r1"),
            tokens.issueForCalendar("m1", "r1"),
            tokens.issueForCheckIn("m1", "r1"),
            tokens.issueForErasure("m1", "r1", END))) {
      isRefused(tokens, "r2", token);
      isRefused(new RsvpTokens(Secrets.of("another secret, long enough")), "r1", token);
      isRefused(tokens, "r1", token.substring(1));
      isRefused(tokens, "r1", token + "x");
      isRefused(tokens, "r1", "");
      isRefused(tokens, "r1", "%%%.%%%");
      isRefused(tokens, "r1", "_w." + token.split("\\.")[1]);
      isRefused(tokens, "r1", "bTI." + token.split("\\.")[1]);
    }
  }

  private static void isRefused(RsvpTokens tokens, String rsvpId, String token) {
    assertThat(tokens.read(rsvpId, token)).isEmpty();
  }

  @Test
  void demandsASecretThatCannotBeGuessedInAnAfternoon() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RsvpTokens(Secrets.of("short")))
        .withMessageContaining("DOORS_SECRET");
  }

  @Test
  void letsAPreviewTokenShowItsOwnMeetupUntilItsEndOnly() {
    PreviewTokens previews = new PreviewTokens(Secrets.of(SECRET));
    PreviewTokens.Preview preview = new PreviewTokens.Preview("m1", END);
    String token = previews.issue(preview);

    assertThat(previews.read(token)).contains(preview);
    assertThat(previews.read(previews.issue(new PreviewTokens.Preview("m1", END.plusSeconds(1)))))
        .isNotEqualTo(previews.read(token));
    assertThat(previews.read(token.substring(0, token.length() - 1))).isEmpty();
    assertThat(previews.read("bTI." + token.split("\\.")[1])).isEmpty();
    assertThat(previews.read(tokens.issue("m1", "r1"))).isEmpty();
    assertThat(new PreviewTokens(Secrets.of("another secret, long enough")).read(token)).isEmpty();
    assertThat(previews.read("")).isEmpty();
  }

  @Test
  void letsAnUnsubscribeTokenStopItsOwnRsvpsRemindersOnly() {
    UnsubscribeTokens unsubscribe = new UnsubscribeTokens(Secrets.of(SECRET));
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
