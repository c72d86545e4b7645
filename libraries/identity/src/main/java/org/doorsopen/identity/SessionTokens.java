package org.doorsopen.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The proof that somebody has logged in, without anything stored: {@code base64url(name, end, id)
 * "." base64url(HMAC("session", name, end, id, credential))}. The credential is what the login was
 * checked against; when it changes or goes, so do all sessions that were begun with it.
 */
public final class SessionTokens {

  private static final String SEPARATOR = "\n";

  private final SignedText tokens;

  /** A new secret ends everything that was begun under the one before. */
  public SessionTokens(Secrets secrets) {
    this.tokens = new SignedText(new DerivedKey(secrets.present(), "session"));
  }

  /**
   * @param name without control characters
   * @param end counted in whole seconds; its reader has to look at it
   * @param id a random one, which forms are bound to
   */
  public record Session(String name, Instant end, String id) {}

  public String issue(Session session, String credential) {
    String text =
        String.join(
            SEPARATOR, session.name(), Long.toString(session.end().getEpochSecond()), session.id());
    return tokens.issue(text, credential);
  }

  /**
   * Empty unless this token was issued for this name and its present credential, also if it has
   * ended.
   *
   * @param credentialOf of a name that may be anybody's, as it is read before it can be believed
   */
  public Optional<Session> read(String token, Function<String, Optional<String>> credentialOf) {
    return SignedText.claimed(token)
        .flatMap(SessionTokens::session)
        .flatMap(claimed -> credentialOf.apply(claimed.name()))
        .flatMap(credential -> tokens.read(token, credential))
        .flatMap(SessionTokens::session);
  }

  private static Optional<Session> session(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    try {
      return parts.length == 3
          ? Optional.of(
              new Session(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2]))
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
