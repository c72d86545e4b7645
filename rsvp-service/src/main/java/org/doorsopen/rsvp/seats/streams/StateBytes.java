package org.doorsopen.rsvp.seats.streams;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * State as bytes, a version in front. Plain and by hand because this path is walked for every
 * decision and knows no registry; changelogs are read by this service only. A new layout gets the
 * next version, and reading knows the earlier ones.
 */
final class StateBytes {

  private StateBytes() {}

  interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  interface Reading<T> {
    T from(DataInputStream in, byte version) throws IOException;
  }

  static byte[] write(byte version, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(version);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static <T> T read(byte[] bytes, byte latestVersion, Reading<T> reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte version = in.readByte();
      if (version < 1 || version > latestVersion) {
        throw new IOException("State of a later release, version " + version);
      }
      return reading.from(in, version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
