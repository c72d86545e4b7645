package org.doorsopen.schedule.meetups.domain;

/** Who is told of a publication: whom it concerns, or everyone. */
public enum Notify {
  AUTO,
  ALWAYS
}
