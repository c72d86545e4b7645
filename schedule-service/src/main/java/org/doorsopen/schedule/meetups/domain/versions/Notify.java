package org.doorsopen.schedule.meetups.domain.versions;

/** Tells whether a publication is mailed to the people whom it concerns, or to everyone. */
public enum Notify {
  AUTO,
  ALWAYS
}
