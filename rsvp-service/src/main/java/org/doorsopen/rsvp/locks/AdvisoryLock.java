package org.doorsopen.rsvp.locks;

/** The work that only one instance at a time does. */
public enum AdvisoryLock {
  CONTACT_SWEEP(0x646f_6f72_7301L),
  REBUILD(0x646f_6f72_7302L),
  ERASURE_RECEIPTS(0x646f_6f72_7303L);

  private final long number;

  AdvisoryLock(long number) {
    this.number = number;
  }

  /**
   * The lock's number in PostgreSQL, the same in all instances. It begins with the letters "doors",
   * because other programs may use advisory locks in the same database.
   */
  public long number() {
    return number;
  }
}
