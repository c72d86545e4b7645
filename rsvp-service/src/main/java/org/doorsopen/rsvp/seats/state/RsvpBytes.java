package org.doorsopen.rsvp.seats.state;

import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.Deadline;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.jspecify.annotations.Nullable;

/**
 * An RSVP's state as bytes. The RSVP's id is in the key. Of an RSVP that had ended before version 4
 * it is not known whether it was declined, so it counts as released.
 */
final class RsvpBytes {

  private static final byte VERSION = 4;

  /** Entries that it can say are written as it was. */
  private static final byte FORMER_VERSION = 3;

  /** Entries of version 2 have the request's trace at their end, which is left unread. */
  private static final byte OLDEST_VERSION = 2;

  private static final byte CONFIRMED = 0;
  private static final byte WAITING = 1;
  private static final byte ENDED = 2;
  private static final byte CONFIRMED_AND_PROVED = 3;
  private static final byte CONFIRMED_UNTIL = 4;
  private static final byte WAITING_AND_PROVED = 5;
  private static final byte DECLINED = 6;
  private static final byte CONFIRMED_OF_KEPT_SEATS = 7;

  private RsvpBytes() {}

  static byte[] write(RsvpState state) {
    return StateBytes.write(
        isNew(state) ? VERSION : FORMER_VERSION,
        out -> {
          switch (state) {
            case RsvpState.Confirmed(
                    Party _,
                    boolean proved,
                    @Nullable Deadline deadline,
                    int reserved) -> {
              if (reserved > 0) { // given by hand, so there is no deadline
                out.writeByte(CONFIRMED_OF_KEPT_SEATS);
                out.writeBoolean(proved);
                out.writeInt(reserved);
              } else if (deadline == null) {
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
            case RsvpState.Ended(Party _, boolean declined) ->
                out.writeByte(declined ? DECLINED : ENDED);
          }
          out.writeText(state.party().attendeeId());
          out.writeInt(state.party().seats());
        });
  }

  private static boolean isNew(RsvpState state) {
    return switch (state) {
      case RsvpState.Confirmed confirmed -> confirmed.reserved() > 0;
      case RsvpState.Waiting _ -> false;
      case RsvpState.Ended(Party _, boolean declined) -> declined;
    };
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
          boolean proved = kind == CONFIRMED_OF_KEPT_SEATS && in.readBoolean();
          int reserved = kind == CONFIRMED_OF_KEPT_SEATS ? in.readInt() : 0;
          Party party = new Party(rsvpId, in.readText(), in.readInt());
          return switch (kind) {
            case CONFIRMED, CONFIRMED_UNTIL -> new RsvpState.Confirmed(party, false, deadline, 0);
            case CONFIRMED_AND_PROVED -> new RsvpState.Confirmed(party, true, null, 0);
            case CONFIRMED_OF_KEPT_SEATS -> new RsvpState.Confirmed(party, proved, null, reserved);
            case WAITING -> new RsvpState.Waiting(party, number, false);
            case WAITING_AND_PROVED -> new RsvpState.Waiting(party, number, true);
            case ENDED -> new RsvpState.Ended(party, false);
            case DECLINED -> new RsvpState.Ended(party, true);
            default -> throw new IllegalStateException("Unknown state of an RSVP: " + kind);
          };
        });
  }
}
