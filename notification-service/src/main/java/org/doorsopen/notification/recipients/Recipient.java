package org.doorsopen.notification.recipients;

import org.doorsopen.changes.domain.Standing;
import org.jspecify.annotations.Nullable;

/** A person who made an RSVP, where they stand, and which versions they were told. */
public record Recipient(
    String rsvpId,
    String meetupId,
    Standing standing,
    int seats,
    @Nullable Long waitlistNumber,
    Told told,
    boolean wantsReminders) {

  /**
   * How much a recipient knows from our mails.
   *
   * @param version the version of the meetup in the last mail that the server accepted; null before
   *     the first
   * @param changesUpTo the version up to which they were told of changes, with the organizers'
   *     notes; null before the first time
   * @param invited whether a mail that was accepted, or may have been, put the meetup into their
   *     calendar
   */
  public record Told(@Nullable Integer version, @Nullable Integer changesUpTo, boolean invited) {

    public static final Told NOTHING = new Told(null, null, false);
  }
}
