package org.doorsopen.rsvp.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.identity.RsvpTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Whoever holds the token may see and change the RSVP; nobody else has a word in it. */
@Component
public class RsvpAccess {

  private static final String SCHEME = "Bearer ";

  private final RsvpTokens tokens;

  RsvpAccess(RsvpTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Takes the token from the Authorization header, else from the parameter {@code token} of the
   * query or the form. It may be that of the answer or that of a mail.
   *
   * @throws WrongToken without saying what was wrong
   */
  public RsvpKey byToken(String rsvpId, HttpServletRequest request) {
    return pass(rsvpId, request).rsvp();
  }

  /**
   * As {@link #byToken}, for who hands the token on or has to know where it comes from.
   *
   * @throws WrongToken without saying what was wrong
   */
  public AccessGrant pass(String rsvpId, HttpServletRequest request) {
    String canonical = canonical(rsvpId).orElseThrow(WrongToken::new);
    String token = Optional.ofNullable(token(request)).orElseThrow(WrongToken::new);
    return tokens
        .meetupIdOf(canonical, token)
        .map(meetupId -> new RsvpKey(canonical, meetupId))
        .map(rsvp -> new AccessGrant(rsvp, token, tokens.isFromMail(canonical, token)))
        .orElseThrow(WrongToken::new);
  }

  /** Empty for what is no UUID in its usual form. */
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
