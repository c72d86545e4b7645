package org.doorsopen.rsvp.access;

/**
 * An RSVP and where it lives.
 *
 * @param rsvpId a UUID in its canonical form
 * @param meetupId the key of its records
 */
public record RsvpKey(String rsvpId, String meetupId) {}
