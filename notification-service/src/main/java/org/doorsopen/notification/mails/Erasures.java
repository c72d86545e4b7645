package org.doorsopen.notification.mails;

/** Knows which contacts were erased. The owner of the contacts implements it. */
public interface Erasures {

  /** An erasure in progress is either waited for, or waits until the caller's transaction ends. */
  boolean isErased(String rsvpId);
}
