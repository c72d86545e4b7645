package org.doorsopen.rsvp.access;

/**
 * An RSVP together with its meetup, which says in which partition its records are.
 *
 * @param rsvpId a UUID in its canonical form
 * @param meetupId the key of its records
 */
public record RsvpKey(String rsvpId, String meetupId) {}
