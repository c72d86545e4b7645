package org.doorsopen.standalone.bench;

import java.util.Map;
import org.doorsopen.standalone.platform.Console;
import org.doorsopen.standalone.platform.Platform;

/** One kind of measurement, with how much of it. */
interface Bench {

  /** What was found. */
  interface Figures {

    String markdown();

    Map<String, Object> json();
  }

  /**
   * On a running platform that does nothing else.
   *
   * @throws BenchFailure if it could not be measured
   */
  Figures run(Platform platform, Console console);
}
