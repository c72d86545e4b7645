package org.doorsopen.rsvp.seats.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of state. In the store of entries the first byte is the kind of the entry; after it, the
 * order of the bytes is the order in which entries of that kind are scanned: everything of a meetup
 * lies together, waiting parties of a size lie in the order of their tickets, deadlines in the
 * order of their instants.
 */
final class StateKeys {

  private static final byte END_OF_ID = 0;

  private StateKeys() {}

  /** What an entry is. The codes are on disk and on Kafka. */
  enum Kind {
    /** Of a meetup and an RSVP: where it stands. */
    RSVP('r'),
    /** Of a meetup and an attendee: the RSVP that is confirmed or waits. */
    ATTENDEE('a'),
    /** Of a meetup, a party size and a ticket: the RSVP. */
    WAITING('w'),
    /** Of an instant, a {@link Due} and a meetup; no value. */
    DEADLINE('d'),
    /** Of a meetup and a turn: what is to be decided when the meetup has caught up. */
    UNFINISHED('u');

    private final byte code;

    Kind(char code) {
      this.code = (byte) code;
    }
  }

  /** What all keys of the kind begin with. */
  static Bytes prefix(Kind kind) {
    return bytes(ByteBuffer.allocate(1).put(kind.code));
  }

  /** What all keys of the kind that belong to the meetup begin with. */
  static Bytes prefix(Kind kind, String meetupId) {
    return bytes(keyOf(kind, meetupId, 0));
  }

  /** Of the store of figures, which holds nothing else. */
  static Bytes figures(String meetupId) {
    return Bytes.wrap(meetupId.getBytes(UTF_8));
  }

  static Bytes rsvp(String meetupId, String rsvpId) {
    return keyOf(Kind.RSVP, meetupId, rsvpId);
  }

  static Bytes attendee(String meetupId, String attendeeId) {
    return keyOf(Kind.ATTENDEE, meetupId, attendeeId);
  }

  private static Bytes keyOf(Kind kind, String meetupId, String id) {
    byte[] rest = id.getBytes(UTF_8);
    return bytes(keyOf(kind, meetupId, rest.length).put(rest));
  }

  static Bytes ticket(String meetupId, int size, long number) {
    return bytes(
        keyOf(Kind.WAITING, meetupId, Integer.BYTES + Long.BYTES).putInt(size).putLong(number));
  }

  /** A place in the order of what a meetup has to catch up with. */
  static Bytes turn(String meetupId, long number) {
    return bytes(keyOf(Kind.UNFINISHED, meetupId, Long.BYTES).putLong(number));
  }

  static String meetupIdOfTurn(Bytes turn) {
    return new String(turn.get(), 1, turn.get().length - 2 - Long.BYTES, UTF_8);
  }

  /** Of a ticket or a turn. */
  static long numberOf(Bytes key) {
    byte[] bytes = key.get();
    return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong();
  }

  static Bytes deadline(Instant at, Due deadline, String meetupId) {
    byte[] id = meetupId.getBytes(UTF_8);
    return bytes(
        deadlinesFrom(Math.max(0, at.toEpochMilli()), 1 + id.length).put(deadline.code()).put(id));
  }

  /** Greater than every deadline up to that instant, smaller than every later one. */
  static Bytes deadlinesUpTo(Instant at) {
    return bytes(deadlinesFrom(at.toEpochMilli() + 1, 0));
  }

  private static ByteBuffer deadlinesFrom(long millis, int more) {
    return ByteBuffer.allocate(1 + Long.BYTES + more).put(Kind.DEADLINE.code).putLong(millis);
  }

  static Instant instantOf(Bytes deadline) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(deadline.get()).getLong(1));
  }

  static Due deadlineOf(Bytes deadline) {
    return Due.of(deadline.get()[1 + Long.BYTES]);
  }

  static String meetupIdOf(Bytes deadline) {
    int start = 1 + Long.BYTES + 1;
    return new String(deadline.get(), start, deadline.get().length - start, UTF_8);
  }

  private static ByteBuffer keyOf(Kind kind, String meetupId, int more) {
    byte[] id = meetupId.getBytes(UTF_8);
    return ByteBuffer.allocate(1 + id.length + 1 + more).put(kind.code).put(id).put(END_OF_ID);
  }

  private static Bytes bytes(ByteBuffer key) {
    return Bytes.wrap(key.array());
  }
}
