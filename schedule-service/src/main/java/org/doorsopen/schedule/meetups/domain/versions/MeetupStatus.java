package org.doorsopen.schedule.meetups.domain.versions;

/** Whether a meetup was ever published, and still takes place; {@link #CANCELLED} is final. */
public enum MeetupStatus {
  DRAFT,
  PUBLISHED,
  CANCELLED
}
