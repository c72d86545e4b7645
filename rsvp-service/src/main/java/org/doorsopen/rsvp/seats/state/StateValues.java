package org.doorsopen.rsvp.seats.state;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.doorsopen.rsvp.seats.domain.SeatCommand.WaitlistCommand;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.schemas.Traceparent;

/** RSVPs and figures as bytes. */
final class StateValues {

  private static final byte RSVP_VERSION = 2;
  private static final byte FIGURES_VERSION = 3;

  private static final byte CONFIRMED = 0;
  private static final byte WAITING = 1;
  private static final byte ENDED = 2;

  private StateValues() {}

  /** An RSVP and the trace that it arrived with, which a later promotion goes on with. */
  record TracedRsvp(RsvpState state, Traceparent traceparent) {}

  static byte[] write(TracedRsvp rsvp) {
    return StateBytes.write(
        RSVP_VERSION,
        out -> {
          switch (rsvp.state()) {
            case RsvpState.Confirmed _ -> out.writeByte(CONFIRMED);
            case RsvpState.Waiting(Party _, long number) -> {
              out.writeByte(WAITING);
              out.writeLong(number);
            }
            case RsvpState.Ended _ -> out.writeByte(ENDED);
          }
          Party party = rsvp.state().party();
          out.writeText(party.attendeeId());
          out.writeInt(party.seats());
          out.writeText(rsvp.traceparent().value());
        });
  }

  /**
   * @param rsvpId which is in the key already
   */
  static TracedRsvp readRsvp(String rsvpId, byte[] bytes) {
    return StateBytes.read(
        bytes,
        RSVP_VERSION,
        in -> {
          byte kind = in.readByte();
          long number = kind == WAITING ? in.readLong() : 0;
          Party party = new Party(rsvpId, in.readText(), in.readInt());
          RsvpState state =
              switch (kind) {
                case CONFIRMED -> new RsvpState.Confirmed(party);
                case WAITING -> new RsvpState.Waiting(party, number);
                case ENDED -> new RsvpState.Ended(party);
                default -> throw new IllegalStateException("No state of an RSVP: " + kind);
              };
          return new TracedRsvp(state, new Traceparent(in.readText()));
        });
  }

  static byte[] write(Figures figures) {
    return StateBytes.write(
        FIGURES_VERSION,
        out -> {
          out.writeInt(figures.confirmedSeats());
          out.writeLong(figures.nextNumber());
          out.writeLong(figures.toldUpTo());
          out.writeInt(figures.waiting().size());
          for (var size : figures.waiting().entrySet()) {
            out.writeInt(size.getKey());
            out.writeInt(size.getValue().parties());
            out.writeLong(size.getValue().firstFrom());
          }
          Terms terms = figures.terms();
          out.writeBoolean(terms != null);
          if (terms != null) {
            TermsBytes.write(terms, out);
          }
          WaitlistCommand unfinished = figures.unfinished();
          out.writeBoolean(unfinished != null);
          if (unfinished != null) {
            CommandBytes.write(unfinished, out);
          }
        });
  }

  static Figures readFigures(byte[] bytes) {
    return StateBytes.read(
        bytes,
        FIGURES_VERSION,
        in -> {
          int confirmedSeats = in.readInt();
          long nextNumber = in.readLong();
          long toldUpTo = in.readLong();
          NavigableMap<Integer, Figures.Queue> waiting = new TreeMap<>();
          for (int sizes = in.readInt(); sizes > 0; sizes--) {
            waiting.put(in.readInt(), new Figures.Queue(in.readInt(), in.readLong()));
          }
          Terms terms = in.readBoolean() ? TermsBytes.read(in) : null;
          boolean isUnfinished = in.readBoolean();
          return new Figures(
              terms,
              confirmedSeats,
              waiting,
              nextNumber,
              toldUpTo,
              isUnfinished ? (WaitlistCommand) CommandBytes.readCommand(in) : null);
        });
  }
}
