package org.doorsopen.rsvp.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that was asked for, as it is shown. It names no address.
 *
 * @param requestedBy ATTENDEE, ORGANIZER, or UNKNOWN for a kind that came later
 * @param organizer null unless an organizer asked
 * @param rsvps of how many RSVPs
 * @param receipts one for each service that holds names or addresses, in the order of their names
 */
public record Erasure(
    String erasureId,
    Instant requestedAt,
    String requestedBy,
    @Nullable String organizer,
    int rsvps,
    List<Receipt> receipts) {

  /**
   * @param rsvps of how many RSVPs the service has said so
   * @param completedAt when it had erased the last one; null while it holds any
   */
  public record Receipt(String service, int rsvps, @Nullable Instant completedAt) {}
}
