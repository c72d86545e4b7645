package org.doorsopen.rsvp.seats.streams;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.doorsopen.rsvp.seats.domain.Figures;
import org.doorsopen.rsvp.seats.domain.Party;
import org.doorsopen.rsvp.seats.domain.RsvpState;
import org.doorsopen.rsvp.seats.domain.Terms;
import org.doorsopen.schemas.Traceparent;

/**
 * State as bytes, a version in front. Plain and by hand because this path is walked for every
 * decision and knows no registry; changelogs are read by this service only. A new layout gets the
 * next version and keeps reading this one.
 */
final class StateValues {

  private static final byte VERSION = 1;
  private static final byte CONFIRMED = 0;
  private static final byte WAITING = 1;
  private static final byte ENDED = 2;
  private static final int UNLIMITED = -1;

  private StateValues() {}

  /** An RSVP and the trace that it arrived with, which a later promotion goes on with. */
  record TracedRsvp(RsvpState state, Traceparent traceparent) {}

  static byte[] write(TracedRsvp rsvp) {
    return bytes(out -> {
      switch (rsvp.state()) {
        case RsvpState.Confirmed _ -> out.writeByte(CONFIRMED);
        case RsvpState.Waiting(Party _, long number) -> {
          out.writeByte(WAITING);
          out.writeLong(number);
        }
        case RsvpState.Ended _ -> out.writeByte(ENDED);
      }
      Party party = rsvp.state().party();
      out.writeUTF(party.rsvpId());
      out.writeUTF(party.attendeeId());
      out.writeInt(party.seats());
      out.writeUTF(rsvp.traceparent().value());
    });
  }

  static TracedRsvp readRsvp(byte[] bytes) {
    return read(
        bytes,
        in -> {
          byte kind = in.readByte();
          long number = kind == WAITING ? in.readLong() : 0;
          Party party = new Party(in.readUTF(), in.readUTF(), in.readInt());
          RsvpState state =
              switch (kind) {
                case CONFIRMED -> new RsvpState.Confirmed(party);
                case WAITING -> new RsvpState.Waiting(party, number);
                case ENDED -> new RsvpState.Ended(party);
                default -> throw new IOException("No state of an RSVP: " + kind);
              };
          return new TracedRsvp(state, new Traceparent(in.readUTF()));
        });
  }

  static byte[] write(Figures figures) {
    return bytes(out -> {
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
        write(terms, out);
      }
    });
  }

  static Figures readFigures(byte[] bytes) {
    return read(
        bytes,
        in -> {
          int confirmedSeats = in.readInt();
          long nextNumber = in.readLong();
          long toldUpTo = in.readLong();
          NavigableMap<Integer, Figures.Queue> waiting = new TreeMap<>();
          for (int sizes = in.readInt(); sizes > 0; sizes--) {
            waiting.put(in.readInt(), new Figures.Queue(in.readInt(), in.readLong()));
          }
          Terms terms = in.readBoolean() ? readTerms(in) : null;
          return new Figures(terms, confirmedSeats, waiting, nextNumber, toldUpTo);
        });
  }

  private static void write(Terms terms, DataOutputStream out) throws IOException {
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

  private static Terms readTerms(DataInputStream in) throws IOException {
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

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IOException("State of a later release, version " + version);
      }
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
