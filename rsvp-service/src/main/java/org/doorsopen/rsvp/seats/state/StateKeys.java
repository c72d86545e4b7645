package org.doorsopen.rsvp.seats.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.doorsopen.rsvp.seats.domain.Awaited;
import org.doorsopen.rsvp.seats.state.DueDate.Due;

/**
 * The keys of the stores. In the store of entries the first byte is the kind of the entry. After
 * it, the order of the bytes is the order in which entries of that kind are scanned: everything
 * about a meetup lies together, waiting parties of a size lie in the order of their tickets, due
 * dates in the order of their instants.
 */
final class StateKeys {

  private static final byte END_OF_ID = 0;

  private StateKeys() {}

  /** The kinds of entries. The codes are on disk and on Kafka. */
  enum Kind {
    /** Meetup and RSVP: the RSVP's state. */
    RSVP('r'),
    /** Meetup and attendee: the id of the RSVP that is confirmed or waits. */
    ATTENDEE('a'),
    /** Meetup, party size and ticket: the id of the RSVP. */
    WAITING('w'),
    /** Meetup, instant and RSVP, whose address is not confirmed; no value. */
    AWAITED('c'),
    /** Meetup, RSVP and wish for another size of its party, which was decided; no value. */
    CHANGE('p'),
    /** Instant, {@link Due} and meetup; no value. */
    DUE_DATE('d'),
    /** Meetup and turn: a command of the meetup's backlog; turn 0 is the backlog itself. */
    BACKLOG('u'),
    /** Meetup: it waits for a schedule that can be read; no value. */
    HOLD('h');

    private final byte code;

    Kind(char code) {
      this.code = (byte) code;
    }
  }

  /** The beginning of all keys of that kind. */
  static Bytes prefix(Kind kind) {
    return bytes(ByteBuffer.allocate(1).put(kind.code));
  }

  /** The beginning of all keys of that kind that belong to the meetup. */
  static Bytes prefix(Kind kind, String meetupId) {
    return bytes(keyOf(kind, meetupId, 0));
  }

  /** A key of the store of figures, which holds nothing else. */
  static Bytes figures(String meetupId) {
    return Bytes.wrap(meetupId.getBytes(UTF_8));
  }

  static Bytes rsvp(String meetupId, String rsvpId) {
    return keyOf(Kind.RSVP, meetupId, rsvpId);
  }

  static Bytes attendee(String meetupId, String attendeeId) {
    return keyOf(Kind.ATTENDEE, meetupId, attendeeId);
  }

  static Bytes change(String meetupId, String rsvpId, String changeId) {
    return keyOf(Kind.CHANGE, meetupId, rsvpId + (char) END_OF_ID + changeId);
  }

  private static Bytes keyOf(Kind kind, String meetupId, String id) {
    byte[] rest = id.getBytes(UTF_8);
    return bytes(keyOf(kind, meetupId, rest.length).put(rest));
  }

  static Bytes ticket(String meetupId, int size, long number) {
    return bytes(
        keyOf(Kind.WAITING, meetupId, Integer.BYTES + Long.BYTES).putInt(size).putLong(number));
  }

  static Bytes awaited(String meetupId, Awaited awaited) {
    byte[] id = awaited.rsvpId().getBytes(UTF_8);
    return bytes(awaitedFrom(meetupId, awaited.at().toEpochMilli(), id.length).put(id));
  }

  /** Greater than the keys of all that are due up to that instant, smaller than all later ones. */
  static Bytes awaitedUpTo(String meetupId, Instant at) {
    return bytes(awaitedFrom(meetupId, at.toEpochMilli() + 1, 0));
  }

  private static ByteBuffer awaitedFrom(String meetupId, long millis, int more) {
    return keyOf(Kind.AWAITED, meetupId, Long.BYTES + more).putLong(Math.max(0, millis));
  }

  /** The inverse of {@link #awaited}. */
  static Awaited awaitedOf(String meetupId, Bytes key) {
    int beginning = prefix(Kind.AWAITED, meetupId).get().length;
    ByteBuffer bytes = ByteBuffer.wrap(key.get(), beginning, key.get().length - beginning);
    Instant at = Instant.ofEpochMilli(bytes.getLong());
    return new Awaited(at, UTF_8.decode(bytes).toString());
  }

  /** A place in the meetup's backlog. */
  static Bytes turn(String meetupId, long number) {
    return bytes(keyOf(Kind.BACKLOG, meetupId, Long.BYTES).putLong(number));
  }

  static Bytes hold(String meetupId) {
    return bytes(keyOf(Kind.HOLD, meetupId, 0));
  }

  /** The inverse of {@link #hold}. */
  static String meetupIdOfHold(Bytes hold) {
    return new String(hold.get(), 1, hold.get().length - 2, UTF_8);
  }

  static String meetupIdOfTurn(Bytes turn) {
    return new String(turn.get(), 1, turn.get().length - 2 - Long.BYTES, UTF_8);
  }

  /** The number at the end of the key of a ticket or a turn. */
  static long numberOf(Bytes key) {
    byte[] bytes = key.get();
    return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong();
  }

  static Bytes dueDate(DueDate date) {
    byte[] id = date.meetupId().getBytes(UTF_8);
    long millis = Math.max(0, date.at().toEpochMilli());
    return bytes(dueDatesFrom(millis, 1 + id.length).put(date.due().code()).put(id));
  }

  /** Greater than the key of every due date up to that instant, smaller than every later one. */
  static Bytes dueDatesUpTo(Instant at) {
    return bytes(dueDatesFrom(at.toEpochMilli() + 1, 0));
  }

  private static ByteBuffer dueDatesFrom(long millis, int more) {
    return ByteBuffer.allocate(1 + Long.BYTES + more).put(Kind.DUE_DATE.code).putLong(millis);
  }

  /** The inverse of {@link #dueDate}. */
  static DueDate dueDateOf(Bytes key) {
    ByteBuffer bytes = ByteBuffer.wrap(key.get(), 1, key.get().length - 1);
    Instant at = Instant.ofEpochMilli(bytes.getLong());
    Due due = Due.of(bytes.get());
    return new DueDate(at, due, UTF_8.decode(bytes).toString());
  }

  private static ByteBuffer keyOf(Kind kind, String meetupId, int more) {
    byte[] id = meetupId.getBytes(UTF_8);
    return ByteBuffer.allocate(1 + id.length + 1 + more).put(kind.code).put(id).put(END_OF_ID);
  }

  private static Bytes bytes(ByteBuffer key) {
    return Bytes.wrap(key.array());
  }
}
