package org.doorsopen.rsvp.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.identity.RsvpTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Checks the token of an RSVP: its holder, and nobody else, may see and change the RSVP. */
@Component
public class RsvpAccess {

  private static final String SCHEME = "Bearer ";

  private final RsvpTokens tokens;

  RsvpAccess(RsvpTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Takes the token from the header Authorization, or else from the parameter {@code token} of the
   * query or the form. The token of the 202 answer is as good as that of a mail.
   *
   * @throws WrongToken if there is no token, or a wrong one, or no such RSVP
   */
  public RsvpKey byToken(String rsvpId, HttpServletRequest request) {
    return grant(rsvpId, request).rsvp();
  }

  /**
   * As {@link #byToken}, for callers that pass the token on or need to know its origin.
   *
   * @throws WrongToken if there is no token, or a wrong one, or no such RSVP
   */
  public AccessGrant grant(String rsvpId, HttpServletRequest request) {
    String canonical = canonical(rsvpId).orElseThrow(WrongToken::new);
    String token = Optional.ofNullable(token(request)).orElseThrow(WrongToken::new);
    return tokens
        .meetupIdOf(canonical, token)
        .map(meetupId -> new RsvpKey(canonical, meetupId))
        .map(rsvp -> new AccessGrant(rsvp, token, tokens.isFromMail(canonical, token)))
        .orElseThrow(WrongToken::new);
  }

  /** The id in lower case; empty if it is not a UUID of 36 characters. */
  public static Optional<String> canonical(String rsvpId) {
    try {
      String canonical = UUID.fromString(rsvpId).toString();
      return canonical.equalsIgnoreCase(rsvpId) ? Optional.of(canonical) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String token(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return authorization.substring(SCHEME.length()).strip();
    }
    return request.getParameter("token");
  }
}
