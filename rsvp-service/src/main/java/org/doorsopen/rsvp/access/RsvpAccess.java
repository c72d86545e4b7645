package org.doorsopen.rsvp.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.RsvpTokens.Claim;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.rsvp.meetups.Meetups;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Checks the token of an RSVP, and what it is good for: each may show the RSVP, some may end it,
 * and one may erase. All of them end: that of an erasure within the hour, the others some time
 * after the evening as it is published now, because an evening may be moved.
 *
 * <p>A token is taken from the header Authorization, from a form, and from the query of those links
 * alone that have to carry it.
 */
@Component
public class RsvpAccess {

  /** How old it may be what is known of the end of a meetup. */
  private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

  private static final int MAX_KNOWN = 10_000;

  /** How long after its evening a token is good. */
  static final Duration GOOD_AFTER_MEETUP = Duration.ofDays(60);

  private static final String SCHEME = "Bearer ";
  private static final String PARAMETER = "token";

  private final RsvpTokens tokens;
  private final Function<String, Optional<Instant>> endOfMeetup;
  private final ConfirmedAddresses confirmed;
  private final InstantSource clock;

  @Autowired
  RsvpAccess(
      RsvpTokens tokens, Meetups meetups, ConfirmedAddresses confirmed, InstantSource clock) {
    this(tokens, remembered(meetups), confirmed, clock);
  }

  /** A crowd that opens the pages of one meetup asks the database once a second. */
  private static Function<String, Optional<Instant>> remembered(Meetups meetups) {
    LoadingCache<String, Optional<Instant>> ends =
        Caffeine.newBuilder()
            .expireAfterWrite(KNOWN_FOR)
            .maximumSize(MAX_KNOWN)
            .build(meetups::endsAt);
    return ends::get;
  }

  RsvpAccess(
      RsvpTokens tokens,
      Function<String, Optional<Instant>> endOfMeetup,
      ConfirmedAddresses confirmed,
      InstantSource clock) {
    this.tokens = tokens;
    this.endOfMeetup = endOfMeetup;
    this.confirmed = confirmed;
    this.clock = clock;
  }

  /**
   * For programs that look at an RSVP: the token is in the header.
   *
   * @throws WrongToken if there is no such token, or a wrong one, or no such RSVP
   */
  public AccessGrant toSee(String rsvpId, HttpServletRequest request) {
    return grant(rsvpId, header(request), RsvpAccess::shows);
  }

  /**
   * For pages and live statuses: a link carries the token, because browsers send no header with it.
   *
   * @throws WrongToken if there is no such token, or a wrong one, or no such RSVP
   */
  public AccessGrant toSeeByLink(String rsvpId, HttpServletRequest request) {
    String token = header(request);
    return grant(
        rsvpId, token == null ? request.getParameter(PARAMETER) : token, RsvpAccess::shows);
  }

  /**
   * For what ends an RSVP or asks for its erasure: the token is in the header or in a form. That of
   * the answer is good for it until somebody appears who reads the mails of the address.
   *
   * @throws WrongToken if there is no such token, or a wrong one, or no such RSVP
   * @throws TokenOnlyShows if the token is right, and not good for that
   */
  public AccessGrant toAct(String rsvpId, HttpServletRequest request) {
    AccessGrant grant = grant(rsvpId, headerOrForm(request), RsvpAccess::shows);
    boolean mayAct =
        switch (grant.purpose()) {
          case MAIL, ERASURE -> true;
          case ANSWER -> !confirmed.isAddressConfirmed(grant.rsvp().rsvpId());
          case CALENDAR, CHECK_IN -> false;
        };
    if (!mayAct) {
      throw new TokenOnlyShows();
    }
    return grant;
  }

  /**
   * For a mail to the RSVP's address with its link: as {@link #toAct}, and also by the token of the
   * answer once somebody has confirmed the address, because the mail goes to that person.
   *
   * @throws WrongToken if there is no such token, or a wrong one, or no such RSVP
   * @throws TokenOnlyShows if the token is that of a calendar, which others see
   */
  public AccessGrant toHaveMailed(String rsvpId, HttpServletRequest request) {
    AccessGrant grant = grant(rsvpId, headerOrForm(request), RsvpAccess::shows);
    if (grant.purpose() == Purpose.CALENDAR) {
      throw new TokenOnlyShows();
    }
    return grant;
  }

  /**
   * For the confirmation of the address: as {@link #toAct}, by the token of a mail alone.
   *
   * @throws WrongToken if there is no such token, or a wrong one, or no such RSVP
   * @throws TokenOnlyShows if the token is right, and not good for that
   */
  public AccessGrant toConfirm(String rsvpId, HttpServletRequest request) {
    AccessGrant grant = toAct(rsvpId, request);
    if (!grant.confirmsTheAddress()) {
      throw new TokenOnlyShows();
    }
    return grant;
  }

  /**
   * For a mail to the RSVP's address with all that is held about it: by the token of any mail, also
   * of the one about the erasure, so that people can have a copy before.
   *
   * @throws WrongToken if there is no such token, or a wrong one, or no such RSVP
   * @throws TokenOnlyShows if the token is right, and of no mail
   */
  public AccessGrant toExport(String rsvpId, HttpServletRequest request) {
    return showsErasureToken(rsvpId, request)
        ? toErase(rsvpId, request)
        : toConfirm(rsvpId, request);
  }

  /**
   * For the erasure of everything with the same address, by the token of the mail about it: in the
   * header, in a form, or in the link to its page.
   *
   * @throws WrongToken if there is no such token, or a wrong one, or one that has ended
   */
  public AccessGrant toErase(String rsvpId, HttpServletRequest request) {
    String token = reads(request) ? request.getParameter(PARAMETER) : headerOrForm(request);
    return grant(rsvpId, token, purpose -> purpose == Purpose.ERASURE);
  }

  /** Whether the request shows a token that erases, good or not. */
  public boolean showsErasureToken(String rsvpId, HttpServletRequest request) {
    String token = headerOrForm(request);
    return token != null
        && canonical(rsvpId)
            .flatMap(canonical -> tokens.read(canonical, token))
            .filter(claim -> claim.purpose() == Purpose.ERASURE)
            .isPresent();
  }

  private static boolean shows(Purpose purpose) {
    return switch (purpose) {
      case ANSWER, MAIL, CALENDAR -> true;
      case ERASURE, CHECK_IN -> false;
    };
  }

  private AccessGrant grant(String rsvpId, @Nullable String token, Predicate<Purpose> good) {
    String canonical = canonical(rsvpId).orElseThrow(WrongToken::new);
    String shown = Optional.ofNullable(token).orElseThrow(WrongToken::new);
    return tokens
        .read(canonical, shown)
        .filter(claim -> good.test(claim.purpose()))
        .filter(this::hasNotEnded)
        .map(claim ->
            new AccessGrant(new RsvpKey(canonical, claim.meetupId()), shown, claim.purpose()))
        .orElseThrow(WrongToken::new);
  }

  /** A meetup that is not known yet has not been long ago. */
  private boolean hasNotEnded(Claim claim) {
    Instant end = claim.end();
    Instant now = clock.instant();
    return end == null
        ? endOfMeetup
            .apply(claim.meetupId())
            .map(over -> now.isBefore(over.plus(GOOD_AFTER_MEETUP)))
            .orElse(true)
        : now.isBefore(end);
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

  private static boolean reads(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
  }

  private static @Nullable String header(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : null;
  }

  /** A parameter beside a query may have come with it, so it is taken without a query alone. */
  private static @Nullable String headerOrForm(HttpServletRequest request) {
    String token = header(request);
    return token == null && request.getQueryString() == null
        ? request.getParameter(PARAMETER)
        : token;
  }
}
