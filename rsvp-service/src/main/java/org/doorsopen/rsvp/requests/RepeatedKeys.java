package org.doorsopen.rsvp.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.identity.RsvpIds;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Says truly what a repeated Idempotency-Key leads to. That nothing of the first request changes is
 * not for this class to see to: {@link RsvpIds} does. The read model is a moment behind the log, so
 * this instance also remembers what passed through it a moment ago.
 */
@Component
class RepeatedKeys {

  private static final int MAX_REMEMBERED = 10_000;

  private final RsvpStatuses statuses;
  private final Map<String, String> rsvpOfKey = latest();
  private final Map<String, Boolean> cancelled = latest();

  RepeatedKeys(RsvpStatuses statuses) {
    this.statuses = statuses;
  }

  private static <V> Map<String, V> latest() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MAX_REMEMBERED;
      }
    };
  }

  /**
   * Returns if the key is new, or comes again with the same details for an RSVP that has not ended.
   *
   * @return whether a decision about its RSVP was read already that anybody may know of. A contact
   *     that was read says nothing: the request after it may have failed.
   * @throws ResponseStatusException as 422 if it came with other details before, and as 409 if its
   *     RSVP has ended, so that nothing would follow
   */
  boolean check(RsvpKey rsvp) {
    String first = RsvpIds.firstOfKey(rsvp.rsvpId());
    List<String> known = statuses.between(first, RsvpIds.lastOfKey(rsvp.rsvpId()));
    if (isOther(rsvp.rsvpId(), known) || !rsvp.rsvpId().equals(firstOf(first, rsvp.rsvpId()))) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "This Idempotency-Key came before with other details. Nothing has changed. Send another"
              + " key to ask for something else.");
    }
    RsvpStatus status = known.contains(rsvp.rsvpId()) ? statuses.of(rsvp).toldToAnybody() : null;
    if (isCancelled(rsvp.rsvpId()) || (status != null && status.isOver())) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "The RSVP of this Idempotency-Key has ended. Send another key to ask again.");
    }
    return status != null && status.status() != RsvpStatus.State.REQUESTED;
  }

  private static boolean isOther(String rsvpId, List<String> known) {
    return !known.isEmpty() && !known.contains(rsvpId);
  }

  private synchronized String firstOf(String key, String rsvpId) {
    String before = rsvpOfKey.putIfAbsent(key, rsvpId);
    return before == null ? rsvpId : before;
  }

  private synchronized boolean isCancelled(String rsvpId) {
    return cancelled.containsKey(rsvpId);
  }

  /** Its cancellation was accepted, and will be read in a moment. */
  synchronized void noteCancelled(String rsvpId) {
    cancelled.put(rsvpId, true);
  }
}
