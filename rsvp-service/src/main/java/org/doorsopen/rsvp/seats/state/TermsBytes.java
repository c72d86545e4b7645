package org.doorsopen.rsvp.seats.state;

import java.time.Duration;
import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.Terms;

/**
 * Terms as bytes, within the value of another entry. Those of earlier builds have fewer flags, and
 * are written as they were where there is no more to say.
 */
final class TermsBytes {

  private static final int UNLIMITED = -1;
  private static final byte CANCELLED = 1;
  private static final byte CONFIRM_WITHIN = 2;
  private static final byte RESERVED_SEATS = 4;

  private TermsBytes() {}

  static void write(Terms terms, StateOutput out) {
    Integer waitlistCapacity = terms.waitlistCapacity();
    out.writeInt(terms.version());
    Duration confirmWithin = terms.confirmWithin();
    out.writeByte(
        (byte)
            ((terms.cancelled() ? CANCELLED : 0)
                | (confirmWithin == null ? 0 : CONFIRM_WITHIN)
                | (terms.reservedSeats() == 0 ? 0 : RESERVED_SEATS)));
    out.writeInt(terms.capacity());
    out.writeInt(terms.maxGuests());
    out.writeInt(waitlistCapacity == null ? UNLIMITED : waitlistCapacity);
    out.writeLong(terms.rsvpOpensAt().toEpochMilli());
    out.writeLong(terms.rsvpClosesAt().toEpochMilli());
    out.writeLong(terms.promotionsEndAt().toEpochMilli());
    out.writeLong(terms.endsAt().toEpochMilli());
    if (confirmWithin != null) {
      out.writeLong(confirmWithin.toMillis());
    }
    if (terms.reservedSeats() != 0) {
      out.writeInt(terms.reservedSeats());
    }
  }

  static Terms read(StateInput in) {
    int version = in.readInt();
    byte flags = in.readByte();
    int capacity = in.readInt();
    int maxGuests = in.readInt();
    int waitlistCapacity = in.readInt();
    return new Terms(
        version,
        (flags & CANCELLED) != 0,
        capacity,
        maxGuests,
        waitlistCapacity == UNLIMITED ? null : waitlistCapacity,
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        Instant.ofEpochMilli(in.readLong()),
        (flags & CONFIRM_WITHIN) != 0 ? Duration.ofMillis(in.readLong()) : null,
        (flags & RESERVED_SEATS) != 0 ? in.readInt() : 0);
  }
}
