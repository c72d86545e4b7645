package org.doorsopen.infrastructure.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.doorsopen.infrastructure.process.StartFailure;

/**
 * The pid file of a PostgreSQL that was killed. PostgreSQL looks at it itself, but gives up when a
 * stranger has the same process id by now, as is common in containers.
 */
final class StalePostmaster {
  private StalePostmaster() {}

  /** Deletes the pid file if its process is not a PostgreSQL; leaves the rest to PostgreSQL. */
  static void forget(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      if (Files.exists(file) && !isPostgresql(Files.readString(file))) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new StartFailure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static boolean isPostgresql(String pidFile) {
    Optional<String> command =
        pidFile
            .lines()
            .findFirst()
            .map(Long::parseLong)
            .flatMap(ProcessHandle::of)
            .flatMap(process -> process.info().command());
    return command.filter(path -> path.endsWith("/postgres")).isPresent();
  }
}
