package org.doorsopen.rsvp.attendees;

import java.util.List;
import java.util.Map;
import org.doorsopen.rsvp.cancellations.OrganizerCancellations;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.contacts.Contacts.Agreement;
import org.doorsopen.rsvp.deliveries.Deliveries;
import org.doorsopen.rsvp.deliveries.Undelivered;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the RSVPs of a meetup for its organizers, with names and addresses. */
@Service
public class Attendees {

  private final Contacts contacts;
  private final RsvpStatuses statuses;
  private final Deliveries deliveries;
  private final OrganizerCancellations cancellations;

  Attendees(
      Contacts contacts,
      RsvpStatuses statuses,
      Deliveries deliveries,
      OrganizerCancellations cancellations) {
    this.contacts = contacts;
    this.statuses = statuses;
    this.deliveries = deliveries;
    this.cancellations = cancellations;
  }

  /**
   * All RSVPs that were decided, in the order of their first decisions. Takes six queries, however
   * many there are.
   */
  @Transactional(readOnly = true)
  public List<Attendee> of(String meetupId) {
    Map<String, String> addresses = contacts.addressesOf(meetupId);
    Map<String, Agreement> agreements = contacts.agreementsOf(meetupId);
    Map<String, Undelivered> undelivered = deliveries.undeliveredAt(meetupId);
    Map<String, String> cancelled = cancellations.at(meetupId);
    return statuses.decided(meetupId).stream()
        .map(status ->
            Attendee.of(
                status,
                addresses.get(status.rsvpId()),
                agreements.get(status.rsvpId()),
                undelivered.get(status.rsvpId()),
                cancelled.get(status.rsvpId())))
        .toList();
  }
}
