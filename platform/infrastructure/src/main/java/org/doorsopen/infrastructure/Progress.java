package org.doorsopen.infrastructure;

import java.time.Duration;

/** Hears of each part as it becomes ready; called from several threads. */
@FunctionalInterface
public interface Progress {

  Progress SILENT = (part, address, took) -> {};

  /**
   * @param took since the start of this part, not of the whole
   */
  void ready(String part, String address, Duration took);
}
