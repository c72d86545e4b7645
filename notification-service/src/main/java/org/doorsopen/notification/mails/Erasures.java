package org.doorsopen.notification.mails;

/** Whose contacts were erased. Implemented by the owner of the contacts. */
public interface Erasures {

  /** An erasure that is under way waits until the caller's transaction ends, or is waited for. */
  boolean isErased(String rsvpId);
}
