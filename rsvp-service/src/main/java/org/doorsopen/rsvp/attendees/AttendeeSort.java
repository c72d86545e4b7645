package org.doorsopen.rsvp.attendees;

/** The orders in which organizers read the list of attendees. */
public enum AttendeeSort {

  /** As they came: the order of their first decisions. */
  CAME("first_offset"),
  NAME("folded(name) nulls last, first_offset"),
  /** Those first of which something was decided last. */
  LATEST("decided_at desc, first_offset desc"),
  /** The largest parties first. */
  PARTY("seats desc, first_offset"),
  /** The next in line first; those that do not wait come after them. */
  LINE("case when status = 'WAITLISTED' then waitlist_number end nulls last, first_offset");

  private final String columns;

  AttendeeSort(String columns) {
    this.columns = columns;
  }

  String columns() {
    return columns;
  }
}
