package org.doorsopen.rsvp.seats.state;

import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.ReleaseCause;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CancelRsvp;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ChangeParty;
import org.doorsopen.rsvp.seats.domain.SeatCommand.CheckConfirmations;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ClosePromotions;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ConfirmAddress;
import org.doorsopen.rsvp.seats.domain.SeatCommand.Grant;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.GrantSeats.Added;
import org.doorsopen.rsvp.seats.domain.SeatCommand.RequestSeats;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ReviseTerms;
import org.doorsopen.rsvp.seats.domain.SeatCommand.ServeWaitlist;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/** Commands as bytes: those of a backlog, and the one that the figures call unfinished. */
final class CommandBytes {

  private static final byte VERSION = 3;

  private static final byte REQUEST = 0;
  private static final byte CANCEL = 1;
  private static final byte REVISE = 2;
  private static final byte SERVE = 3;
  private static final byte CLOSE = 4;
  private static final byte CONFIRM = 5;
  private static final byte CHECK = 6;
  private static final byte CHANGE = 7;
  private static final byte GRANT = 8;

  private CommandBytes() {}

  static byte[] write(DeferredCommand deferred) {
    return StateBytes.write(
        VERSION,
        out -> {
          write(deferred.command(), out);
          out.writeText(deferred.traceparent().value());
          out.writeLong(deferred.since().toEpochMilli());
        });
  }

  static DeferredCommand read(byte[] bytes) {
    return StateBytes.read(
        bytes,
        VERSION,
        in ->
            new DeferredCommand(
                readCommand(in),
                new Traceparent(in.readText()),
                Instant.ofEpochMilli(in.readLong())));
  }

  static void write(SeatCommand command, StateOutput out) {
    out.writeByte(kindOf(command));
    out.writeLong(command.at().toEpochMilli());
    switch (command) {
      case RequestSeats(String rsvpId, String attendeeId, int guests, Instant _) -> {
        out.writeText(rsvpId);
        out.writeText(attendeeId);
        out.writeInt(guests);
      }
      case CancelRsvp(String rsvpId, ReleaseCause cause, Instant _) -> {
        out.writeText(rsvpId);
        out.writeText(cause.name());
      }
      case ConfirmAddress(String rsvpId, Instant _) -> out.writeText(rsvpId);
      case ChangeParty(String rsvpId, String changeId, int guests, Instant _) -> {
        out.writeText(rsvpId);
        out.writeText(changeId);
        out.writeInt(guests);
      }
      case GrantSeats(
              String rsvpId,
              @Nullable Added added,
              boolean reserved,
              Grant grant,
              Instant _) -> {
        out.writeText(rsvpId);
        out.writeBoolean(added != null);
        if (added != null) {
          out.writeText(added.attendeeId());
          out.writeInt(added.guests());
        }
        out.writeBoolean(reserved);
        out.writeText(grant.grantId());
        out.writeText(grant.cause().name());
        out.writeText(grant.organizer());
      }
      case CheckConfirmations(Instant due, boolean released, Instant _) -> {
        out.writeLong(due.toEpochMilli());
        out.writeBoolean(released);
      }
      case ReviseTerms(Terms terms, Instant _) -> TermsBytes.write(terms, out);
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
      case ConfirmAddress _ -> CONFIRM;
      case CheckConfirmations _ -> CHECK;
      case ChangeParty _ -> CHANGE;
      case GrantSeats _ -> GRANT;
    };
  }

  static SeatCommand readCommand(StateInput in) {
    byte kind = in.readByte();
    Instant at = Instant.ofEpochMilli(in.readLong());
    return switch (kind) {
      case REQUEST -> new RequestSeats(in.readText(), in.readText(), in.readInt(), at);
      case CANCEL -> new CancelRsvp(in.readText(), ReleaseCause.valueOf(in.readText()), at);
      case REVISE -> new ReviseTerms(TermsBytes.read(in), at);
      case SERVE -> new ServeWaitlist(at);
      case CLOSE -> new ClosePromotions(at);
      case CONFIRM -> new ConfirmAddress(in.readText(), at);
      case CHECK ->
          new CheckConfirmations(Instant.ofEpochMilli(in.readLong()), in.readBoolean(), at);
      case CHANGE -> new ChangeParty(in.readText(), in.readText(), in.readInt(), at);
      case GRANT ->
          new GrantSeats(
              in.readText(),
              in.readBoolean() ? new Added(in.readText(), in.readInt()) : null,
              in.readBoolean(),
              new Grant(in.readText(), Grant.Cause.valueOf(in.readText()), in.readText()),
              at);
      default -> throw new IllegalStateException("Unknown kind of command: " + kind);
    };
  }
}
