package org.doorsopen.rsvp.seats.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A growing buffer. The output streams of the JDK, which grow as well, lock for each byte. */
final class StateOutput {

  private static final int USUAL_LENGTH = 192;

  private ByteBuffer bytes = ByteBuffer.allocate(USUAL_LENGTH);

  void writeByte(byte value) {
    room(Byte.BYTES).put(value);
  }

  void writeBoolean(boolean value) {
    writeByte((byte) (value ? 1 : 0));
  }

  void writeInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void writeLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  void writeText(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
  }

  byte[] toBytes() {
    byte[] written = new byte[bytes.position()];
    bytes.get(0, written);
    return written;
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      ByteBuffer larger = ByteBuffer.allocate(2 * (bytes.position() + more));
      bytes = larger.put(bytes.flip());
    }
    return bytes;
  }
}
