package org.doorsopen.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens of links that show a draft to people without a login: {@code base64url(meetupId, end) "."
 * base64url(HMAC("preview", meetupId, end))}. They show this one meetup, and change nothing.
 */
public final class PreviewTokens {

  private static final String SEPARATOR = "\n";

  private final SignedText tokens;

  public PreviewTokens(Secrets secrets) {
    this.tokens = new SignedText(secrets.keys("preview"));
  }

  /**
   * The contents of a genuine token.
   *
   * @param end counted in whole seconds; its reader has to look at it
   */
  public record Preview(String meetupId, Instant end) {}

  public String issue(Preview preview) {
    return tokens.issue(preview.meetupId() + SEPARATOR + preview.end().getEpochSecond());
  }

  /** Empty unless this token was issued for some meetup, also if it has ended. */
  public Optional<Preview> read(String token) {
    return tokens.read(token).flatMap(PreviewTokens::preview);
  }

  private static Optional<Preview> preview(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    try {
      return parts.length == 2
          ? Optional.of(new Preview(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1]))))
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
