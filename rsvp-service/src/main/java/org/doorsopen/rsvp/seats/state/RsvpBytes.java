package org.doorsopen.rsvp.seats.state;

import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;

/** An RSVP's state as bytes. The RSVP's id is in the key. */
final class RsvpBytes {

  private static final byte VERSION = 3;

  /** Entries of version 2 have the request's trace at their end, which is left unread. */
  private static final byte OLDEST_VERSION = 2;

  private static final byte CONFIRMED = 0;
  private static final byte WAITING = 1;
  private static final byte ENDED = 2;

  private RsvpBytes() {}

  static byte[] write(RsvpState state) {
    return StateBytes.write(
        VERSION,
        out -> {
          switch (state) {
            case RsvpState.Confirmed _ -> out.writeByte(CONFIRMED);
            case RsvpState.Waiting(Party _, long number) -> {
              out.writeByte(WAITING);
              out.writeLong(number);
            }
            case RsvpState.Ended _ -> out.writeByte(ENDED);
          }
          out.writeText(state.party().attendeeId());
          out.writeInt(state.party().seats());
        });
  }

  static RsvpState read(String rsvpId, byte[] bytes) {
    return StateBytes.read(
        bytes,
        OLDEST_VERSION,
        VERSION,
        in -> {
          byte kind = in.readByte();
          long number = kind == WAITING ? in.readLong() : 0;
          Party party = new Party(rsvpId, in.readText(), in.readInt());
          return switch (kind) {
            case CONFIRMED -> new RsvpState.Confirmed(party);
            case WAITING -> new RsvpState.Waiting(party, number);
            case ENDED -> new RsvpState.Ended(party);
            default -> throw new IllegalStateException("Unknown state of an RSVP: " + kind);
          };
        });
  }
}
