package org.doorsopen.changes.domain;

/** The parts of a meetup that are told only if the organizers ask that everybody be told. */
public enum Detail {
  SUMMARY,
  DESCRIPTION,
  HOSTS,
  SPONSORS,
  CONDUCT,
  VENUE_ADDRESS,
  ZONE_NAME,
  SEATS,
  RSVPS,
  REMINDERS,
  AGENDA,
  OTHER
}
