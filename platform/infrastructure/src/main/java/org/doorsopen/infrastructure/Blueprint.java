package org.doorsopen.infrastructure;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.StartFailure;

/**
 * The parts to start, and the way to start them.
 *
 * @param maker how
 * @param data holds everything that is kept between runs; closed with the infrastructure
 * @param smtp {@code host:port} of a mail server outside, instead of a mailbox of our own
 * @param progress told of each part when it is ready
 * @param closedByCaller whether the caller has a shutdown hook of its own that closes the
 *     infrastructure at the right moment; otherwise the infrastructure closes itself at JVM exit
 * @param keeper told, in words for a person, of parts that died and were started again; without
 *     one, dead parts stay dead, as tests want it
 * @param aotCaches of the JVMs among the parts
 */
public record Blueprint(
    Maker maker,
    DataFolder data,
    Optional<String> smtp,
    Progress progress,
    boolean closedByCaller,
    Optional<Consumer<String>> keeper,
    AotCaches aotCaches) {

  /**
   * The maker that the environment names, a mailbox of our own, and nobody told.
   *
   * @throws StartFailure see {@link DataFolder#open}
   */
  public static Blueprint in(Path data) {
    return in(DataFolder.open(data));
  }

  /** As {@link #in(Path)}, for a caller that has children of its own in the folder. */
  public static Blueprint in(DataFolder data) {
    Maker maker = Maker.named(System.getenv("DOORS_INFRASTRUCTURE"));
    return new Blueprint(
        maker, data, Optional.empty(), Progress.SILENT, false, Optional.empty(), AotCaches.USED);
  }

  public Blueprint withSmtp(String hostAndPort) {
    return new Blueprint(
        maker, data, Optional.of(hostAndPort), progress, closedByCaller, keeper, aotCaches);
  }

  public Blueprint withProgress(Progress told) {
    return new Blueprint(maker, data, smtp, told, closedByCaller, keeper, aotCaches);
  }

  public Blueprint closedByTheCaller() {
    return new Blueprint(maker, data, smtp, progress, true, keeper, aotCaches);
  }

  /** Parts that die are started again, after growing pauses. */
  public Blueprint keptAlive(Consumer<String> told) {
    return new Blueprint(maker, data, smtp, progress, closedByCaller, Optional.of(told), aotCaches);
  }

  public Blueprint withAotCaches(AotCaches caches) {
    return new Blueprint(maker, data, smtp, progress, closedByCaller, keeper, caches);
  }
}
