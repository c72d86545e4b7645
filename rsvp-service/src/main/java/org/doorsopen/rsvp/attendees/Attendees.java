package org.doorsopen.rsvp.attendees;

import java.util.List;
import java.util.Map;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the RSVPs of a meetup for its organizers, with names and addresses. */
@Service
public class Attendees {

  private final Contacts contacts;
  private final RsvpStatuses statuses;

  Attendees(Contacts contacts, RsvpStatuses statuses) {
    this.contacts = contacts;
    this.statuses = statuses;
  }

  /**
   * All RSVPs that were decided, in the order of their first decisions. Takes three queries,
   * however many there are.
   */
  @Transactional(readOnly = true)
  public List<Attendee> of(String meetupId) {
    Map<String, String> addresses = contacts.addressesOf(meetupId);
    return statuses.decided(meetupId).stream()
        .map(status -> Attendee.of(status, addresses.get(status.rsvpId())))
        .toList();
  }
}
