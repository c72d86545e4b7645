package org.doorsopen.schedule.meetups.domain;

/** What became of a meetup; {@link #CANCELLED} is final. */
public enum MeetupStatus {
  DRAFT,
  PUBLISHED,
  CANCELLED
}
