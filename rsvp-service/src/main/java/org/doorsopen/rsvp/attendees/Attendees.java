package org.doorsopen.rsvp.attendees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.attendees.AttendeeIndex.Count;
import org.doorsopen.rsvp.attendees.AttendeeIndex.Placed;
import org.doorsopen.rsvp.cancellations.OrganizerCancellations;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.deliveries.Deliveries;
import org.doorsopen.rsvp.deliveries.Undelivered;
import org.doorsopen.rsvp.status.RsvpHistory;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.springframework.stereotype.Service;

/** Lists the RSVPs of a meetup that were decided for its organizers, with names and addresses. */
@Service
public class Attendees {

  /** The number of attendees on one page. */
  public static final int PAGE_SIZE = 50;

  /** At a time, where all are read: so many are in memory, however many there are. */
  static final int CHUNK = 500;

  private final AttendeeIndex index;
  private final Contacts contacts;
  private final RsvpStatuses statuses;
  private final RsvpHistory history;
  private final Deliveries deliveries;
  private final OrganizerCancellations cancellations;

  Attendees(
      AttendeeIndex index,
      Contacts contacts,
      RsvpStatuses statuses,
      RsvpHistory history,
      Deliveries deliveries,
      OrganizerCancellations cancellations) {
    this.index = index;
    this.contacts = contacts;
    this.statuses = statuses;
    this.history = history;
    this.deliveries = deliveries;
    this.cancellations = cancellations;
  }

  /**
   * A part of the list.
   *
   * @param parties by status, of all RSVPs that the filter means, were it for any status
   * @param found how many RSVPs the filter means
   * @param people of all parties that the filter means
   * @param page the number of the page, 1 is the first
   * @param pages at least 1
   */
  public record Page(
      Map<State, Integer> parties,
      int found,
      int people,
      int page,
      int pages,
      List<Attendee> attendees) {}

  /**
   * A page of the list; the last one if there are not so many. Takes seven queries, however many
   * RSVPs there are.
   */
  public Page page(String meetupId, AttendeeFilter filter, AttendeeSort sort, int wanted) {
    Map<State, Count> counts = index.counts(meetupId, filter);
    List<Count> meant =
        filter.status() == null
            ? List.copyOf(counts.values())
            : List.of(counts.getOrDefault(filter.status(), new Count(0, 0)));
    int found = meant.stream().mapToInt(Count::parties).sum();
    int pages = Math.max(1, Math.ceilDiv(found, PAGE_SIZE));
    int page = Math.clamp(wanted, 1, pages);
    List<String> rsvpIds = index.page(meetupId, filter, sort, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    return new Page(
        counts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().parties())),
        found,
        meant.stream().mapToInt(Count::people).sum(),
        page,
        pages,
        of(meetupId, rsvpIds));
  }

  /**
   * All that the filter means, in the order of their first decisions, some at a time. An RSVP is
   * among them once, and as it stands when its turn comes. No connection to the database is held
   * while they are handed over, which may take as long as somebody reads.
   */
  public void each(String meetupId, AttendeeFilter filter, Consumer<List<Attendee>> reader) {
    long place = Long.MIN_VALUE;
    List<Placed> next;
    do {
      next = index.after(meetupId, filter, place, CHUNK);
      reader.accept(of(meetupId, next.stream().map(Placed::rsvpId).toList()));
      place = next.isEmpty() ? place : next.getLast().place();
    } while (next.size() == CHUNK);
  }

  /** As {@link #each}, in one list. */
  public List<Attendee> all(String meetupId, AttendeeFilter filter) {
    List<Attendee> all = new ArrayList<>();
    each(meetupId, filter, all::addAll);
    return all;
  }

  /** Empty if the meetup has no such RSVP, or it is not decided yet. */
  public Optional<Attendee> find(RsvpKey rsvp) {
    return statuses
        .find(rsvp.rsvpId())
        .filter(rsvp::equals)
        .map(_ -> of(rsvp.meetupId(), List.of(rsvp.rsvpId())).getFirst());
  }

  private List<Attendee> of(String meetupId, List<String> rsvpIds) {
    Map<String, RsvpStatus> standing =
        statuses.of(meetupId, rsvpIds).stream()
            .collect(Collectors.toMap(RsvpStatus::rsvpId, Function.identity()));
    Map<String, Contacts.Given> given = contacts.givenFor(rsvpIds);
    Map<String, Undelivered> undelivered = deliveries.undeliveredAmong(rsvpIds);
    Map<String, String> cancelled = cancellations.among(rsvpIds);
    Map<String, RsvpHistory.Latest> latest = history.latestOf(rsvpIds);
    return rsvpIds.stream()
        .map(rsvpId -> {
          Contacts.Given contact = given.get(rsvpId);
          return Attendee.of(
              standing.get(rsvpId),
              contact == null ? null : contact.email(),
              contact == null ? null : contact.agreement(),
              undelivered.get(rsvpId),
              cancelled.get(rsvpId),
              latest.get(rsvpId));
        })
        .toList();
  }
}
