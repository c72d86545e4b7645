package org.doorsopen.rsvp.seats.streams;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.ReleaseCause;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CancelRsvp;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ServeWaitlist;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.schemas.Traceparent;

/** Commands that wait for their turn, as bytes. */
final class CommandValues {

  /** The first did not know since when a command waits. */
  private static final byte VERSION = 2;

  private static final byte REQUEST = 0;
  private static final byte CANCEL = 1;
  private static final byte REVISE = 2;
  private static final byte SERVE = 3;
  private static final byte CLOSE = 4;

  private CommandValues() {}

  /**
   * A command and the trace of the record that it came with.
   *
   * @param since when it came, by the clock of who put it off
   */
  record DeferredCommand(SeatCommand command, Traceparent traceparent, Instant since) {}

  static byte[] write(DeferredCommand deferred) {
    return StateBytes.write(
        VERSION,
        out -> {
          write(deferred.command(), out);
          out.writeUTF(deferred.traceparent().value());
          out.writeLong(deferred.since().toEpochMilli());
        });
  }

  static DeferredCommand read(byte[] bytes) {
    return StateBytes.read(
        bytes,
        VERSION,
        (in, version) ->
            new DeferredCommand(
                readCommand(in),
                new Traceparent(in.readUTF()),
                version > 1 ? Instant.ofEpochMilli(in.readLong()) : Instant.EPOCH));
  }

  static void write(SeatCommand command, DataOutputStream out) throws IOException {
    out.writeByte(kindOf(command));
    out.writeLong(command.at().toEpochMilli());
    switch (command) {
      case RequestSeats(String rsvpId, String attendeeId, int guests, Instant _) -> {
        out.writeUTF(rsvpId);
        out.writeUTF(attendeeId);
        out.writeInt(guests);
      }
      case CancelRsvp(String rsvpId, ReleaseCause cause, Instant _) -> {
        out.writeUTF(rsvpId);
        out.writeUTF(cause.name());
      }
      case ReviseTerms(Terms terms, Instant _) -> TermsValues.write(terms, out);
      case ServeWaitlist _, ClosePromotions _ -> {}
    }
  }

  private static byte kindOf(SeatCommand command) {
    return switch (command) {
      case RequestSeats _ -> REQUEST;
      case CancelRsvp _ -> CANCEL;
      case ReviseTerms _ -> REVISE;
      case ServeWaitlist _ -> SERVE;
      case ClosePromotions _ -> CLOSE;
    };
  }

  static SeatCommand readCommand(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    Instant at = Instant.ofEpochMilli(in.readLong());
    return switch (kind) {
      case REQUEST -> new RequestSeats(in.readUTF(), in.readUTF(), in.readInt(), at);
      case CANCEL -> new CancelRsvp(in.readUTF(), ReleaseCause.valueOf(in.readUTF()), at);
      case REVISE -> new ReviseTerms(TermsValues.read(in), at);
      case SERVE -> new ServeWaitlist(at);
      case CLOSE -> new ClosePromotions(at);
      default -> throw new IOException("No command: " + kind);
    };
  }
}
