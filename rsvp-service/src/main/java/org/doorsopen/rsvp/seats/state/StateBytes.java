package org.doorsopen.rsvp.seats.state;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * State as bytes, with a version in front. They are written by hand because every decision reads
 * and writes some, and because no registry is asked on this path; only this service reads them. A
 * new layout gets the next version, and readers accept the earlier versions that may still lie in a
 * data folder.
 */
final class StateBytes {

  private StateBytes() {}

  static byte[] write(byte version, Consumer<StateOutput> writing) {
    StateOutput out = new StateOutput();
    out.writeByte(version);
    writing.accept(out);
    return out.toBytes();
  }

  /**
   * @throws IllegalStateException if the bytes are of another version
   */
  static <T> T read(byte[] bytes, byte version, Function<StateInput, T> reading) {
    return read(bytes, version, version, reading);
  }

  /**
   * Reads all versions from the oldest to the latest, which {@code reading} does not tell apart.
   *
   * @throws IllegalStateException if the bytes are of another version
   */
  static <T> T read(byte[] bytes, byte oldest, byte latest, Function<StateInput, T> reading) {
    StateInput in = new StateInput(bytes);
    byte version = in.readByte();
    if (version < oldest || version > latest) {
      throw new IllegalStateException(
          "State has version %d, and this release reads %d to %d"
              .formatted(version, oldest, latest));
    }
    return reading.apply(in);
  }
}
