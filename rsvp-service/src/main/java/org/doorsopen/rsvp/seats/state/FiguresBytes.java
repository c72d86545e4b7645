package org.doorsopen.rsvp.seats.state;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Figures.Queue;
import org.doorsopen.rsvp.seats.domain.SeatCommand.WaitlistCommand;
import org.doorsopen.rsvp.seats.domain.Terms;

/**
 * A meetup's figures as bytes. Where no kept seats are taken they are those of version 3, in which
 * nobody could take any.
 */
final class FiguresBytes {

  private static final byte VERSION = 4;
  private static final byte OLDEST_VERSION = 3;

  private FiguresBytes() {}

  static byte[] write(Figures figures) {
    return StateBytes.write(
        figures.reservedTaken() == 0 ? OLDEST_VERSION : VERSION,
        out -> {
          out.writeInt(figures.confirmedSeats());
          out.writeLong(figures.nextNumber());
          out.writeLong(figures.toldUpTo());
          out.writeInt(figures.waiting().size());
          for (Map.Entry<Integer, Queue> size : figures.waiting().entrySet()) {
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
          if (figures.reservedTaken() != 0) {
            out.writeInt(figures.reservedTaken());
          }
        });
  }

  static Figures read(byte[] bytes) {
    return StateBytes.read(
        bytes,
        OLDEST_VERSION,
        VERSION,
        in -> {
          int confirmedSeats = in.readInt();
          long nextNumber = in.readLong();
          long toldUpTo = in.readLong();
          NavigableMap<Integer, Queue> waiting = new TreeMap<>();
          for (int sizes = in.readInt(); sizes > 0; sizes--) {
            waiting.put(in.readInt(), new Queue(in.readInt(), in.readLong()));
          }
          Terms terms = in.readBoolean() ? TermsBytes.read(in) : null;
          boolean isUnfinished = in.readBoolean();
          WaitlistCommand unfinished =
              isUnfinished ? (WaitlistCommand) CommandBytes.readCommand(in) : null;
          return new Figures(
              terms,
              confirmedSeats,
              waiting,
              nextNumber,
              toldUpTo,
              in.isAtEnd() ? 0 : in.readInt(),
              unfinished);
        });
  }
}
