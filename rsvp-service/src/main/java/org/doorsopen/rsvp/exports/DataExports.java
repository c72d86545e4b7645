package org.doorsopen.rsvp.exports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.contacts.Contacts.Held;
import org.doorsopen.rsvp.deliveries.Deliveries;
import org.doorsopen.rsvp.deliveries.Undelivered;
import org.doorsopen.rsvp.rates.RsvpRates;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.HeldRsvp;
import org.springframework.stereotype.Service;

/**
 * Has people sent what is held about their address: gathers what this service holds, without names
 * and addresses, and asks for a mail to the address itself, to which notification-service adds the
 * rest. Nothing of it is ever in an answer, so a link that was forwarded tells nobody else.
 */
@Service
public class DataExports {

  /** An address of one person has a few; more than these would not fit a record of the log. */
  static final int MAX_RSVPS = 1_000;

  private final Contacts contacts;
  private final RsvpStatuses statuses;
  private final Deliveries deliveries;
  private final RsvpRequests requests;
  private final RsvpRates rates;

  DataExports(
      Contacts contacts,
      RsvpStatuses statuses,
      Deliveries deliveries,
      RsvpRequests requests,
      RsvpRates rates) {
    this.contacts = contacts;
    this.statuses = statuses;
    this.deliveries = deliveries;
    this.requests = requests;
    this.rates = rates;
  }

  /**
   * @param rsvp with the address that is asked about; its token came in a mail to that
   * @throws org.doorsopen.web.problems.TooManyRequests if it was asked for again and again
   */
  public void request(RsvpKey rsvp, Traceparent trace) {
    rates.countExport(rsvp.rsvpId());
    requests.confirmAddress(rsvp, trace);
    Optional<String> address = contacts.addressOf(rsvp.rsvpId());
    List<Held> held = address.map(known -> contacts.heldOf(known, MAX_RSVPS)).orElse(List.of());
    int all = address.map(contacts::countOf).orElse(0);
    requests.askForExport(rsvp, described(held), Math.max(0, all - held.size()), trace);
  }

  private List<HeldRsvp> described(List<Held> held) {
    Map<String, Undelivered> undelivered =
        deliveries.undeliveredAmong(held.stream().map(one -> one.rsvp().rsvpId()).toList());
    Map<String, RsvpStatus> statuses = statuses(held);
    return held.stream()
        .map(one ->
            described(
                one,
                statuses.get(one.rsvp().rsvpId()),
                Optional.ofNullable(undelivered.get(one.rsvp().rsvpId()))))
        .toList();
  }

  private Map<String, RsvpStatus> statuses(List<Held> held) {
    Map<String, List<String>> byMeetup =
        held.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.rsvp().meetupId(),
                    Collectors.mapping(one -> one.rsvp().rsvpId(), Collectors.toList())));
    Map<String, RsvpStatus> all = new HashMap<>();
    byMeetup.forEach((meetupId, rsvpIds) ->
        statuses.of(meetupId, rsvpIds).forEach(status -> all.put(status.rsvpId(), status)));
    return all;
  }

  private static HeldRsvp described(
      Held held, RsvpStatus status, Optional<Undelivered> undelivered) {
    return new HeldRsvp(
        held.rsvp().rsvpId(),
        held.rsvp().meetupId(),
        held.receivedAt(),
        status.status().name(),
        status.seats(),
        status.waitlistPosition(),
        status.reason() == null ? null : status.reason().name(),
        status.addressConfirmed(),
        undelivered.map(reached -> reached.reason().name()).orElse(null));
  }
}
