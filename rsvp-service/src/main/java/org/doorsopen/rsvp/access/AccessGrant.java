package org.doorsopen.rsvp.access;

import org.doorsopen.identity.RsvpTokens.Purpose;

/**
 * Access to one RSVP, given for a token that was right and has not ended.
 *
 * @param token as it was shown
 * @param purpose what the token was issued for, and so what its holder may do
 */
public record AccessGrant(RsvpKey rsvp, String token, Purpose purpose) {

  /**
   * Whether its use shows that the address belongs to a person who reads its mails. A request that
   * changes nothing shows nothing: programs follow links.
   */
  public boolean confirmsTheAddress() {
    return purpose == Purpose.MAIL;
  }

  /**
   * Whether the token's holder reads the mails of the RSVP's address. The holder of another one may
   * have given somebody else's address.
   */
  public boolean fromMail() {
    return switch (purpose) {
      case MAIL, ERASURE -> true;
      case ANSWER, CALENDAR, CHECK_IN -> false;
    };
  }
}
