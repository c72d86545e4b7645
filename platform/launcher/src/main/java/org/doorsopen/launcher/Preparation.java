package org.doorsopen.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.doorsopen.infrastructure.process.AotCaches;

/**
 * Whether the JVMs of this run note what their caches are to hold. They do so only if the script
 * {@code doors} has asked for it, because the script writes the caches afterwards.
 *
 * @param sign a file that tells the script that the run has been ready: from a start that was
 *     broken off there is little to learn
 */
record Preparation(Optional<Path> sign) {
  private static final String SETTING = "doors.prepared";

  /** As the system property {@code doors.prepared} says, which names the file. */
  static Preparation asked() {
    return new Preparation(Optional.ofNullable(System.getProperty(SETTING)).map(Path::of));
  }

  AotCaches aotCaches() {
    return sign.isPresent() ? AotCaches.PREPARED : AotCaches.USED;
  }

  void ready() {
    sign.ifPresent(file -> {
      try {
        Files.writeString(file, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
