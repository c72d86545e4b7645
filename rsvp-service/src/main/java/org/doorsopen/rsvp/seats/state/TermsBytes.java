package org.doorsopen.rsvp.seats.state;

import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.Terms;

/** Terms as bytes, within the value of another entry. */
final class TermsBytes {

  private static final int UNLIMITED = -1;

  private TermsBytes() {}

  static void write(Terms terms, StateOutput out) {
    Integer waitlistCapacity = terms.waitlistCapacity();
    out.writeInt(terms.version());
    out.writeBoolean(terms.cancelled());
    out.writeInt(terms.capacity());
    out.writeInt(terms.maxGuests());
    out.writeInt(waitlistCapacity == null ? UNLIMITED : waitlistCapacity);
    out.writeLong(terms.rsvpOpensAt().toEpochMilli());
    out.writeLong(terms.rsvpClosesAt().toEpochMilli());
    out.writeLong(terms.promotionsEndAt().toEpochMilli());
    out.writeLong(terms.endsAt().toEpochMilli());
  }

  static Terms read(StateInput in) {
    int version = in.readInt();
    boolean cancelled = in.readBoolean();
    int capacity = in.readInt();
    int maxGuests = in.readInt();
    int waitlistCapacity = in.readInt();
    return new Terms(
        version,
        cancelled,
        capacity,
        maxGuests,
        waitlistCapacity == UNLIMITED ? null : waitlistCapacity,
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()));
  }
}
