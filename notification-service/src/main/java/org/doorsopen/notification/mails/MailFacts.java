package org.doorsopen.notification.mails;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.doorsopen.web.database.StoredNames;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a mail tells beyond its kind, and that could not be looked up when it is sent.
 * There is never a name or an address among them.
 *
 * @param position on the waitlist when that was decided
 * @param reason why an RSVP was refused, ended or left as it is; null in mails that tell of neither
 * @param since the version of the schedule after which the announced publications begin
 * @param reminder which one it is
 * @param confirmUntil when the seats go to the next party, unless the address is confirmed before
 * @param explained true if an organizer has written words about it; null in all other mails
 * @param message the id of what organizers wrote; null in mails that say nothing of theirs
 * @param byHand true if an organizer gave the seats by hand; null in all other mails
 */
public record MailFacts(
    @Nullable Integer position,
    @Nullable Reason reason,
    @Nullable Integer since,
    @Nullable String reminder,
    @Nullable Instant confirmUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean explained,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean byHand) {

  /**
   * Why an RSVP was refused, ended or left as it is, as the message files name it, and as it is
   * stored.
   */
  public enum Reason {
    UNKNOWN,
    ATTENDEE,
    ORGANIZER,
    ERASURE,
    UNCONFIRMED,
    UNKNOWN_MEETUP,
    MEETUP_CANCELLED,
    ALREADY_REGISTERED,
    RSVPS_NOT_OPEN,
    RSVPS_CLOSED,
    TOO_MANY_GUESTS,
    FULL,
    ROOM_TOO_SMALL,
    WAITLIST_CLOSED;

    /** Unknown if a later build has stored a reason that this one does not know. */
    @JsonCreator
    static Reason read(String name) {
      return StoredNames.find(Reason.class, name).orElse(UNKNOWN);
    }
  }

  public static final MailFacts NONE =
      new MailFacts(null, null, null, null, null, null, null, null);

  public static MailFacts position(int position) {
    return new MailFacts(position, null, null, null, null, null, null, null);
  }

  public static MailFacts reason(Reason reason) {
    return new MailFacts(null, reason, null, null, null, null, null, null);
  }

  /** The same, with words of an organizer that are kept elsewhere. */
  public static MailFacts explained(Reason reason) {
    return new MailFacts(null, reason, null, null, null, true, null, null);
  }

  /** Of seats that an organizer gave: the address need not be confirmed for them. */
  public static MailFacts seatByHand() {
    return new MailFacts(null, null, null, null, null, null, null, true);
  }

  public static MailFacts since(int version) {
    return new MailFacts(null, null, version, null, null, null, null, null);
  }

  public static MailFacts reminder(String id) {
    return new MailFacts(null, null, null, id, null, null, null, null);
  }

  public static MailFacts confirmUntil(@Nullable Instant instant) {
    return new MailFacts(null, null, null, null, instant, null, null, null);
  }

  public static MailFacts message(String id) {
    return new MailFacts(null, null, null, null, null, null, id, null);
  }
}
