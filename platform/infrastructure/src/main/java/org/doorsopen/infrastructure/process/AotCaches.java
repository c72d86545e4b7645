package org.doorsopen.infrastructure.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The use that JVMs make of their AOT caches (JEP 483, 514, 515): files with the classes of an
 * earlier run, read, verified and linked, which halve the work of a start. A cache is never a
 * condition: a JVM whose cache is missing, or was made from other jars, by another JDK or with
 * another class path, says so in its log and starts without it.
 */
public enum AotCaches {
  /** Existing caches are used. */
  USED,
  /** No cache is used; each JVM writes its own when it ends in order, which takes some seconds. */
  RECORDED;

  /**
   * For every JVM with a cache. Its objects must fit into the heap that the JVM begins with, else
   * it ends at once; by default that is as small as the machine is.
   */
  public static final String MIN_HEAP = "-Xms64m";

  private static final Duration RECORDING_TAKES_AT_MOST = Duration.ofMinutes(3);

  /** For the {@code java} whose cache this file is, or will be. */
  public List<String> options(Path cache) {
    return switch (this) {
      case USED -> Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
      case RECORDED -> List.of("-XX:AOTCacheOutput=" + cache);
    };
  }

  /** How long an orderly end may take if it may take the given time without a recording. */
  public Duration stopGrace(Duration usual) {
    return switch (this) {
      case USED -> usual;
      case RECORDED -> usual.plus(RECORDING_TAKES_AT_MOST);
    };
  }
}
