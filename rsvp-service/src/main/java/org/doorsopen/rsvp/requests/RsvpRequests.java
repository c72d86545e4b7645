package org.doorsopen.rsvp.requests;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.doorsopen.identity.AttendeeIds;
import org.doorsopen.identity.RsvpIds;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.CancellationExplained;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DataExportRequested;
import org.doorsopen.schemas.events.ErasureLinkRequested;
import org.doorsopen.schemas.events.HeldRsvp;
import org.doorsopen.schemas.events.LinkRequested;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Turns requests of people into events. Nothing is decided here. */
@Service
public class RsvpRequests {

  private final RsvpLog log;
  private final RepeatedKeys keys;
  private final RsvpIds rsvpIds;
  private final AttendeeIds attendeeIds;
  private final InstantSource clock;

  RsvpRequests(
      RsvpLog log,
      RepeatedKeys keys,
      RsvpIds rsvpIds,
      AttendeeIds attendeeIds,
      InstantSource clock) {
    this.log = log;
    this.keys = keys;
    this.rsvpIds = rsvpIds;
    this.attendeeIds = attendeeIds;
    this.clock = clock;
  }

  /**
   * Writes the contact and then the request, and returns when Kafka has acknowledged both.
   *
   * @param agreement to the meetup's code of conduct; null where there is none, or nobody asked
   * @return the same key for the same Idempotency-Key with the same details
   * @throws ResponseStatusException if the Idempotency-Key came before with other details, or its
   *     RSVP has ended
   */
  public RsvpKey request(
      String meetupId, NewRsvp rsvp, @Nullable Agreement agreement, Traceparent trace) {
    List<String> details =
        List.of(rsvp.name(), rsvp.email(), Integer.toString(rsvp.guests()), rsvp.locale());
    String rsvpId = rsvpIds.of(meetupId, rsvp.email(), rsvp.idempotencyKey(), details);
    RsvpKey key = new RsvpKey(rsvpId, meetupId);
    if (rsvp.idempotencyKey() != null && keys.check(key)) {
      // All of it was written, and the name may have been corrected since.
      return key;
    }
    Instant now = now();
    log.request(
        new ContactProvided(
            rsvpId, meetupId, rsvp.name(), rsvp.email(), rsvp.locale(), now, written(agreement)),
        new RsvpRequested(
            rsvpId, meetupId, attendeeIds.of(meetupId, rsvp.email()), rsvp.guests(), now),
        trace);
    return key;
  }

  private static org.doorsopen.schemas.events.@Nullable Agreement written(
      @Nullable Agreement given) {
    return given == null
        ? null
        : new org.doorsopen.schemas.events.Agreement(given.url(), given.version());
  }

  /** The RSVP need not be known yet: seat allocation passes over a cancellation of nothing. */
  public void cancel(RsvpKey rsvp, Traceparent trace) {
    cancel(cancellation(rsvp, CancelledBy.ATTENDEE, null, false), trace);
  }

  /**
   * On behalf of an organizer.
   *
   * @param organizer the name that is recorded
   */
  public void cancel(RsvpKey rsvp, String organizer, Traceparent trace) {
    cancel(cancellation(rsvp, CancelledBy.ORGANIZER, organizer, false), trace);
  }

  /**
   * On behalf of an organizer who has written words for the person. They are there before the
   * cancellation is, which has nothing of them.
   *
   * @param organizer the name that is recorded
   */
  public void cancel(RsvpKey rsvp, String organizer, String words, Traceparent trace) {
    log.requestMail(new CancellationExplained(rsvp.rsvpId(), rsvp.meetupId(), words, now()), trace);
    cancel(cancellation(rsvp, CancelledBy.ORGANIZER, organizer, true), trace);
  }

  private void cancel(RsvpCancelled cancellation, Traceparent trace) {
    log.cancel(List.of(cancellation), trace);
    keys.noteCancelled(cancellation.getRsvpId());
  }

  /** Writes down that the RSVPs are to be erased, cancels them, and erases their contacts. */
  public void erase(ErasureOrder order, List<RsvpKey> rsvps, Traceparent trace) {
    log.order(rsvps.stream().map(order::of).toList(), trace);
    eraseAgain(rsvps, trace);
  }

  /** For an erasure that was written down, but perhaps not all that follows from it. */
  public void eraseAgain(List<RsvpKey> rsvps, Traceparent trace) {
    log.erase(
        rsvps.stream().map(rsvp -> cancellation(rsvp, CancelledBy.ERASURE, null, false)).toList(),
        rsvps.stream().map(RsvpKey::rsvpId).toList(),
        trace);
    rsvps.forEach(rsvp -> keys.noteCancelled(rsvp.rsvpId()));
  }

  /** The address of the RSVP belongs to a person who reads its mails. */
  public void confirmAddress(RsvpKey rsvp, Traceparent trace) {
    log.confirm(new AddressConfirmed(rsvp.rsvpId(), rsvp.meetupId(), now()), trace);
  }

  /** Has a mail sent to the RSVP's address with a link that erases everything of it. */
  public void askForErasureLink(RsvpKey rsvp, Traceparent trace) {
    log.requestMail(new ErasureLinkRequested(rsvp.rsvpId(), rsvp.meetupId(), now()), trace);
  }

  /**
   * Has the mails sent again that tell where these RSVPs stand, with their links. For none of them
   * as much is written, which leads to nobody: neither time nor failure says whether there are any.
   */
  public void askForLinks(List<RsvpKey> rsvps, Traceparent trace) {
    List<RsvpKey> asked =
        rsvps.isEmpty()
            ? List.of(new RsvpKey(UUID.randomUUID().toString(), UUID.randomUUID().toString()))
            : rsvps;
    Instant now = now();
    log.requestMails(
        asked.stream().map(rsvp -> new LinkRequested(rsvp.rsvpId(), rsvp.meetupId(), now)).toList(),
        trace);
  }

  /**
   * Has a mail sent to the RSVP's address with everything that is held about it.
   *
   * @param others how many RSVPs of the address there are beside those
   */
  public void askForExport(RsvpKey rsvp, List<HeldRsvp> held, int others, Traceparent trace) {
    log.requestMail(
        new DataExportRequested(rsvp.rsvpId(), rsvp.meetupId(), now(), held, others), trace);
  }

  private RsvpCancelled cancellation(
      RsvpKey rsvp, CancelledBy by, @Nullable String organizer, boolean explained) {
    return new RsvpCancelled(rsvp.rsvpId(), rsvp.meetupId(), by, now(), organizer, explained);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
