package org.doorsopen.notification.exports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data that rsvp-service holds about an address, without names and addresses.
 *
 * @param rsvps the newest first
 * @param others how many more RSVPs of the address there are
 */
public record HeldElsewhere(List<Rsvp> rsvps, int others) {

  /**
   * @param status REQUESTED, CONFIRMED, WAITLISTED, CANCELLED, DECLINED, or one of a later release
   * @param seats of the whole party; null before a decision
   * @param undelivered why its mails reach nobody; null where they arrive
   */
  public record Rsvp(
      String rsvpId,
      String meetupId,
      Instant contactReceivedAt,
      String status,
      @Nullable Integer seats,
      @Nullable Long waitlistPosition,
      @Nullable String reason,
      boolean addressConfirmed,
      @Nullable String undelivered) {}
}
