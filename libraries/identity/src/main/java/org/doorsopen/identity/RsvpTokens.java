package org.doorsopen.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one RSVP: {@code base64url(meetupId) "." base64url(HMAC(purpose, meetupId, rsvpId))}.
 * The meetup is in a token because it names the partition to write to, even before any database
 * knows the RSVP.
 *
 * <p>There are several purposes, because anybody can ask for seats with somebody else's address and
 * gets a token in the answer, and because links in mails are forwarded and calendars are shared.
 *
 * <p>None but that of an erasure has its end in it: the others end some time after the evening, and
 * an evening may be moved. Their reader has to look at the meetup as it is published.
 */
public final class RsvpTokens {

  private static final String SEPARATOR = "\n";

  private final SignedText answered;
  private final SignedText mailed;
  private final SignedText shown;
  private final SignedText erasing;
  private final SignedText entering;

  public RsvpTokens(Secrets secrets) {
    this.answered = new SignedText(secrets.keys("token"));
    this.mailed = new SignedText(secrets.keys("mailed token"));
    this.shown = new SignedText(secrets.keys("calendar token"));
    this.erasing = new SignedText(secrets.keys("erasure token"));
    this.entering = new SignedText(secrets.keys("check-in token"));
  }

  /** The use that a token was issued for. */
  public enum Purpose {
    /** For the sender of the request; it proves nothing about the address. */
    ANSWER,
    /** Its holder reads the mails of the RSVP's address, or was sent one of them. */
    MAIL,
    /** For calendars, which others see. */
    CALENDAR,
    /** Its holder has just asked, by a link in a mail, to erase everything of the address. */
    ERASURE,
    /** For the door, to which it is held out. It neither shows the RSVP nor changes it. */
    CHECK_IN
  }

  /**
   * The contents of a genuine token.
   *
   * @param end counted in whole seconds; null unless the token has its end in it. Its reader has to
   *     look at it.
   */
  public record Claim(String meetupId, Purpose purpose, @Nullable Instant end) {}

  /** For the sender of the request; it proves nothing about whose address it is. */
  public String issue(String meetupId, String rsvpId) {
    return answered.issue(meetupId, rsvpId);
  }

  /** For mails to the RSVP's address, and for nothing else. */
  public String issueForMail(String meetupId, String rsvpId) {
    return mailed.issue(meetupId, rsvpId);
  }

  /** For calendar entries, which other people may see. */
  public String issueForCalendar(String meetupId, String rsvpId) {
    return shown.issue(meetupId, rsvpId);
  }

  /** For the mail to a person who wants everything of the address erased. */
  public String issueForErasure(String meetupId, String rsvpId, Instant end) {
    return erasing.issue(meetupId + SEPARATOR + end.getEpochSecond(), rsvpId);
  }

  /** For the code that is shown at the door. */
  public String issueForCheckIn(String meetupId, String rsvpId) {
    return entering.issue(meetupId, rsvpId);
  }

  /**
   * Empty unless this token was issued for this RSVP, also if it has ended. Takes equally long for
   * every wrong token.
   */
  public Optional<Claim> read(String rsvpId, String token) {
    return read(answered, Purpose.ANSWER, rsvpId, token)
        .or(() -> read(mailed, Purpose.MAIL, rsvpId, token))
        .or(() -> read(shown, Purpose.CALENDAR, rsvpId, token))
        .or(() -> read(entering, Purpose.CHECK_IN, rsvpId, token))
        .or(() -> erasing.read(token, rsvpId).flatMap(RsvpTokens::erasure));
  }

  private static Optional<Claim> read(
      SignedText tokens, Purpose purpose, String rsvpId, String token) {
    return tokens.read(token, rsvpId).map(meetupId -> new Claim(meetupId, purpose, null));
  }

  private static Optional<Claim> erasure(String text) {
    int separator = text.lastIndexOf(SEPARATOR);
    try {
      Instant end = Instant.ofEpochSecond(Long.parseLong(text.substring(separator + 1)));
      return Optional.of(new Claim(text.substring(0, separator), Purpose.ERASURE, end));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
