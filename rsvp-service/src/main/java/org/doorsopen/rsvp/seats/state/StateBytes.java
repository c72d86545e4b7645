package org.doorsopen.rsvp.seats.state;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * State as bytes, a version in front. Plain and by hand because this path is walked for every
 * decision and knows no registry; changelogs are read by this service only. A new layout gets the
 * next version, and reading knows the earlier ones of every release.
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
    StateInput in = new StateInput(bytes);
    byte found = in.readByte();
    if (found != version) {
      throw new IllegalStateException("State of another release, version " + found);
    }
    return reading.apply(in);
  }
}
