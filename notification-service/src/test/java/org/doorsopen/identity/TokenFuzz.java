package org.doorsopen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Set;
import org.doorsopen.identity.RsvpTokens.Purpose;

/** No text is a token but those that were issued, and none of them is good for another RSVP. */
public final class TokenFuzz {

  private static final String RSVP = "4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11";
  private static final String OTHER = "5f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11";
  private static final String MEETUP = "6f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11";
  private static final RsvpTokens TOKENS =
      new RsvpTokens(Secrets.of("a secret of the tests, long enough"));
  private static final UnsubscribeTokens UNSUBSCRIBE =
      new UnsubscribeTokens(Secrets.of("a secret of the tests, long enough"));
  private static final Set<String> ISSUED =
      Set.of(answer(), mail(), erasure(), TOKENS.issueForCalendar(MEETUP, RSVP));

  private TokenFuzz() {}

  public static String answer() {
    return TOKENS.issue(MEETUP, RSVP);
  }

  public static String mail() {
    return TOKENS.issueForMail(MEETUP, RSVP);
  }

  public static String erasure() {
    return TOKENS.issueForErasure(MEETUP, RSVP, Instant.parse("2030-01-01T00:00:00Z"));
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, UTF_8);
    boolean read = TOKENS.read(RSVP, text).isPresent();
    check(read == ISSUED.contains(text), "a token that was never issued");
    check(TOKENS.read(OTHER, text).isEmpty(), "a token of another RSVP");
    check(UNSUBSCRIBE.rsvpIdOf(text).isEmpty(), "a token of another purpose");
    roundTrip(text);
  }

  /** Whatever an id is, its token says the same. */
  private static void roundTrip(String meetupId) {
    String token = TOKENS.issueForMail(meetupId, OTHER);
    check(
        TOKENS
            .read(OTHER, token)
            .filter(claim -> claim.purpose() == Purpose.MAIL && claim.meetupId().equals(meetupId))
            .isPresent(),
        "a token that says something else");
    check(token.chars().allMatch(c -> c > ' ' && c < 0x7f), "a token that no link can carry");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
