package org.doorsopen.rsvp.seats.state;

import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.Deadline;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.jspecify.annotations.Nullable;

/** An RSVP's state as bytes. The RSVP's id is in the key. */
final class RsvpBytes {

  private static final byte VERSION = 3;

  /** Entries of version 2 have the request's trace at their end, which is left unread. */
  private static final byte OLDEST_VERSION = 2;

  private static final byte CONFIRMED = 0;
  private static final byte WAITING = 1;
  private static final byte ENDED = 2;
  private static final byte CONFIRMED_AND_PROVED = 3;
  private static final byte CONFIRMED_UNTIL = 4;
  private static final byte WAITING_AND_PROVED = 5;

  private RsvpBytes() {}

  static byte[] write(RsvpState state) {
    return StateBytes.write(
        VERSION,
        out -> {
          switch (state) {
            case RsvpState.Confirmed(Party _, boolean proved, @Nullable Deadline deadline) -> {
              if (deadline == null) {
                out.writeByte(proved ? CONFIRMED_AND_PROVED : CONFIRMED);
              } else {
                out.writeByte(CONFIRMED_UNTIL);
                out.writeLong(deadline.remindAt().toEpochMilli());
                out.writeLong(deadline.until().toEpochMilli());
              }
            }
            case RsvpState.Waiting(Party _, long number, boolean proved) -> {
              out.writeByte(proved ? WAITING_AND_PROVED : WAITING);
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
          boolean waits = kind == WAITING || kind == WAITING_AND_PROVED;
          long number = waits ? in.readLong() : 0;
          Deadline deadline =
              kind == CONFIRMED_UNTIL
                  ? new Deadline(
                      Instant.ofEpochMilli(in.readLong()), Instant.ofEpochMilli(in.readLong()))
                  : null;
          Party party = new Party(rsvpId, in.readText(), in.readInt());
          return switch (kind) {
            case CONFIRMED, CONFIRMED_UNTIL -> new RsvpState.Confirmed(party, false, deadline);
            case CONFIRMED_AND_PROVED -> new RsvpState.Confirmed(party, true, null);
            case WAITING -> new RsvpState.Waiting(party, number, false);
            case WAITING_AND_PROVED -> new RsvpState.Waiting(party, number, true);
            case ENDED -> new RsvpState.Ended(party);
            default -> throw new IllegalStateException("Unknown state of an RSVP: " + kind);
          };
        });
  }
}
