package org.doorsopen.rsvp.meetups;

/** Whether a published meetup takes place. */
public enum MeetupStatus {
  PUBLISHED,
  CANCELLED
}
