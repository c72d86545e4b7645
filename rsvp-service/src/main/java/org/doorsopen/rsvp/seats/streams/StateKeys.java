package org.doorsopen.rsvp.seats.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys whose byte order is the order in which the stores are scanned: everything of a meetup lies
 * together, waiting parties of a size lie in the order of their tickets, deadlines in the order of
 * their instants.
 */
final class StateKeys {

  private static final byte END_OF_ID = 0;

  private StateKeys() {}

  static Bytes meetup(String meetupId) {
    return Bytes.wrap(meetupId.getBytes(UTF_8));
  }

  /** What all keys of a meetup begin with, in stores that hold many entries of it. */
  static Bytes prefix(String meetupId) {
    byte[] id = meetupId.getBytes(UTF_8);
    return Bytes.wrap(ByteBuffer.allocate(id.length + 1).put(id).put(END_OF_ID).array());
  }

  /** An RSVP or an attendee of the meetup. */
  static Bytes member(String meetupId, String id) {
    byte[] prefix = prefix(meetupId).get();
    byte[] rest = id.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + rest.length).put(prefix).put(rest).array());
  }

  static Bytes ticket(String meetupId, int size, long number) {
    byte[] prefix = prefix(meetupId).get();
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Integer.BYTES + Long.BYTES)
            .put(prefix)
            .putInt(size)
            .putLong(number)
            .array());
  }

  /** A place in the order of what a meetup has to catch up with. */
  static Bytes turn(String meetupId, long number) {
    byte[] prefix = prefix(meetupId).get();
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(number).array());
  }

  static String meetupIdOfTurn(Bytes turn) {
    return new String(turn.get(), 0, turn.get().length - 1 - Long.BYTES, UTF_8);
  }

  /** Of a ticket or a turn. */
  static long numberOf(Bytes key) {
    byte[] bytes = key.get();
    return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong();
  }

  static Bytes deadline(Instant at, Deadline deadline, String meetupId) {
    byte[] id = meetupId.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + 1 + id.length)
            .putLong(Math.max(0, at.toEpochMilli()))
            .put(deadline.code())
            .put(id)
            .array());
  }

  /** Greater than every deadline up to that instant, smaller than every later one. */
  static Bytes deadlinesUpTo(Instant at) {
    return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli() + 1).array());
  }

  static Instant instantOf(Bytes deadline) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(deadline.get()).getLong());
  }

  static Deadline deadlineOf(Bytes deadline) {
    return Deadline.of(deadline.get()[Long.BYTES]);
  }

  static String meetupIdOf(Bytes deadline) {
    int start = Long.BYTES + 1;
    return new String(deadline.get(), start, deadline.get().length - start, UTF_8);
  }
}
