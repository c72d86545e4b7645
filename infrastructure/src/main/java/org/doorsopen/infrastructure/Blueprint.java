package org.doorsopen.infrastructure;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to start.
 *
 * @param maker how
 * @param data the folder of everything that is kept between runs; made if it is missing
 * @param smtp {@code host:port} of a mail server outside, instead of a mailbox of our own
 * @param progress told of each part when it is ready
 * @param closedByCaller whether the caller has a shutdown hook of its own that closes the
 *     infrastructure at the right moment; otherwise the infrastructure closes itself at JVM exit
 */
public record Blueprint(
    Maker maker, Path data, Optional<String> smtp, Progress progress, boolean closedByCaller) {

  /** The maker that the environment names, a mailbox of our own, and nobody told. */
  public static Blueprint in(Path data) {
    Maker maker = Maker.named(System.getenv("DOORS_INFRASTRUCTURE"));
    return new Blueprint(maker, data.toAbsolutePath(), Optional.empty(), Progress.SILENT, false);
  }

  public Blueprint withSmtp(String hostAndPort) {
    return new Blueprint(maker, data, Optional.of(hostAndPort), progress, closedByCaller);
  }

  public Blueprint withProgress(Progress told) {
    return new Blueprint(maker, data, smtp, told, closedByCaller);
  }

  public Blueprint closedByTheCaller() {
    return new Blueprint(maker, data, smtp, progress, true);
  }
}
