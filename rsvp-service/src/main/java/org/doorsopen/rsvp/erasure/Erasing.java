package org.doorsopen.rsvp.erasure;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.requests.ErasureOrder;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.ErasureRequestedBy;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.doorsopen.web.problems.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Erases RSVPs: cancels them, erases name and address, and asks every service that holds any for a
 * receipt. Returns when Kafka has acknowledged all of it.
 *
 * <p>Each method throws {@link Unavailable} if that takes too long; some RSVPs are erased then, and
 * the same call goes on with the others.
 */
@Service
public class Erasing {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final int AT_ONCE = 1_000;

  private final Contacts contacts;
  private final RsvpRequests requests;
  private final InstantSource clock;
  private final Duration limit;

  @Autowired
  Erasing(Contacts contacts, RsvpRequests requests, InstantSource clock) {
    this(contacts, requests, clock, LIMIT);
  }

  Erasing(Contacts contacts, RsvpRequests requests, InstantSource clock, Duration limit) {
    this.contacts = contacts;
    this.requests = requests;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * @param rsvps how many were found and erased
   */
  public record Done(String erasureId, int rsvps) {}

  /**
   * Every RSVP with the same address, of any meetup, however many; this one at the very end, so
   * that its link leads to the others for as long as any is left.
   */
  public Done allOfTheAddressOf(RsvpKey rsvp, Traceparent trace) {
    ErasureOrder order = order(ErasureRequestedBy.ATTENDEE, null);
    Optional<String> address = contacts.addressOf(rsvp.rsvpId());
    int others = address.map(known -> all(order, known, rsvp.rsvpId(), trace)).orElse(0);
    requests.erase(order, List.of(rsvp), trace);
    return new Done(order.erasureId(), others + 1);
  }

  /**
   * Every RSVP with this address, on somebody's behalf.
   *
   * @param address normalized
   * @param organizer the name that is recorded
   */
  public Done allOf(String address, String organizer, Traceparent trace) {
    ErasureOrder order = order(ErasureRequestedBy.ORGANIZER, organizer);
    return new Done(order.erasureId(), all(order, address, "", trace));
  }

  /**
   * @param last is left out; empty for none
   */
  private int all(ErasureOrder order, String address, String last, Traceparent trace) {
    TimeLimit time = TimeLimit.in(limit);
    int erased = 0;
    List<RsvpKey> page = contacts.withAddress(address, last, "", AT_ONCE);
    while (!page.isEmpty()) {
      if (time.left().isZero()) {
        throw new Unavailable(
            "There are so many RSVPs that not all are erased yet. Send the same request again.",
            RETRY_AFTER);
      }
      requests.erase(order, page, trace);
      erased += page.size();
      page = contacts.withAddress(address, last, page.getLast().rsvpId(), AT_ONCE);
    }
    return erased;
  }

  private ErasureOrder order(ErasureRequestedBy by, @Nullable String organizer) {
    return new ErasureOrder(
        UUID.randomUUID().toString(),
        by,
        organizer,
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
