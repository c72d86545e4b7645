package org.doorsopen.bench.measuring;

import java.util.Map;
import java.util.Set;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Service;

/** One kind of benchmark, with its amount of work. Closed after its platform. */
public interface Bench extends AutoCloseable {

  /** The figures that were measured, for people and for programs. */
  interface Result {

    String markdown();

    Map<String, Object> json();
  }

  /** The services that take part; no other is started. */
  default Set<Service> services() {
    return Set.of(Service.RSVP);
  }

  /** Settings of the platform beside its ports and its folder. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /**
   * Measures a running platform that does nothing else.
   *
   * @throws BenchFailure if it could not be measured
   */
  Result run(Platform platform, Console console);

  @Override
  default void close() {}
}
