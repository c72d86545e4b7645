package org.doorsopen.rsvp.access;

/**
 * Access to one RSVP, given for a token that was right.
 *
 * @param token as it was shown
 * @param fromMail whether the token's holder reads the mails of the RSVP's address. The holder of
 *     the other token has only asked for the RSVP, and may have given somebody else's address.
 */
public record AccessGrant(RsvpKey rsvp, String token, boolean fromMail) {}
