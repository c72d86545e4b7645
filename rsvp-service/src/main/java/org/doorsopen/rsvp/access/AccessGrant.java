package org.doorsopen.rsvp.access;

/**
 * What somebody has shown to get at an RSVP.
 *
 * @param token as it was shown, and right
 * @param fromMail whether its holder reads the mails of the RSVP's address; whoever only asked for
 *     the RSVP may have given the address of somebody else
 */
public record AccessGrant(RsvpKey rsvp, String token, boolean fromMail) {}
