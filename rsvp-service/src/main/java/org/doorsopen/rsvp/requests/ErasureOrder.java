package org.doorsopen.rsvp.requests;

import java.time.Instant;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.schemas.events.ErasureRequested;
import org.doorsopen.schemas.events.ErasureRequestedBy;
import org.jspecify.annotations.Nullable;

/**
 * A wish to have RSVPs erased.
 *
 * @param erasureId the same for all RSVPs that are erased together
 * @param organizer the recorded name; null unless an organizer asked
 */
public record ErasureOrder(
    String erasureId,
    ErasureRequestedBy requestedBy,
    @Nullable String organizer,
    Instant requestedAt) {

  ErasureRequested of(RsvpKey rsvp) {
    return new ErasureRequested(
        erasureId, rsvp.rsvpId(), rsvp.meetupId(), requestedBy, organizer, requestedAt);
  }
}
