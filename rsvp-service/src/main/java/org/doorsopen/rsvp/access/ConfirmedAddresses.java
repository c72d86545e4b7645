package org.doorsopen.rsvp.access;

/** Knows which RSVPs have a confirmed address. The owner of their states implements it. */
public interface ConfirmedAddresses {

  /** Whether somebody who reads the mails of the RSVP's address has shown so. */
  boolean isAddressConfirmed(String rsvpId);
}
