package org.doorsopen.bench.measuring;

import java.util.Map;
import java.util.Set;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Service;

/** One kind of measurement, with how much of it. Closed when the platform is. */
public interface Bench extends AutoCloseable {

  /** What was found. */
  interface Result {

    String markdown();

    Map<String, Object> json();
  }

  /** The only services that take part. */
  default Set<Service> services() {
    return Set.of(Service.RSVP);
  }

  /** Settings of the platform beside its ports and its folder. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /**
   * On a running platform that does nothing else.
   *
   * @throws BenchFailure if it could not be measured
   */
  Result run(Platform platform, Console console);

  @Override
  default void close() {}
}
