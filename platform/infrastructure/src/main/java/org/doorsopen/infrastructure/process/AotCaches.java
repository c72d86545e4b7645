package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The use that JVMs make of their AOT caches (JEP 483, 514, 515): files with the classes of an
 * earlier run, read, verified and linked, which halve the work of a start. A cache is never a
 * condition: a JVM whose cache is missing, or was made from other jars, by another JDK or with
 * another class path, says so in its log and starts without it.
 */
public enum AotCaches {
  /** Caches that exist are used, and none is written. */
  USED,
  /** No cache is used; each JVM writes its own when it ends in order, which takes some seconds. */
  RECORDED,
  /**
   * Caches are used that are younger than their jars. A JVM without one notes in a file, when it
   * ends in order, what its cache is to hold. The cache itself is written by the script {@code
   * doors} when everything has ended, so that nothing has to wait for it.
   */
  PREPARED;

  /**
   * For every JVM with a cache. Its objects must fit into the heap that the JVM begins with, else
   * it ends at once; by default that is as small as the machine is.
   */
  public static final String MIN_HEAP = "-Xms64m";

  private static final Duration RECORDING_TAKES_AT_MOST = Duration.ofMinutes(3);
  private static final Duration NOTING_TAKES_AT_MOST = Duration.ofSeconds(20);
  private static final String FOR_THE_CACHE = "-XX:AOTConfiguration=";

  /**
   * The child as given, with the options that its cache needs.
   *
   * @param launch of a {@code java}
   * @param cache for that {@code java} alone
   * @param jars a folder that holds, at any depth, the jars of its class path
   */
  public Launch applyTo(Launch launch, Path cache, Path jars) {
    return switch (this) {
      case USED -> Files.exists(cache) ? launch.withOptions("-XX:AOTCache=" + cache) : launch;
      case RECORDED -> launch.withOptions("-XX:AOTCacheOutput=" + cache);
      case PREPARED ->
          isCurrent(cache, jars) ? USED.applyTo(launch, cache, jars) : prepared(launch, cache);
    };
  }

  /**
   * Whether there is a cache, and no jar has changed since; a JVM refuses one whose jars have.
   *
   * @param jars as in {@link #applyTo}
   */
  public static boolean isCurrent(Path cache, Path jars) {
    return Files.exists(cache) && !anyYounger(jars, cache);
  }

  /** How long an orderly end may take if it may take the given time without a recording. */
  public Duration stopGrace(Duration usual) {
    return switch (this) {
      case USED -> usual;
      case RECORDED -> usual.plus(RECORDING_TAKES_AT_MOST);
      case PREPARED -> usual.plus(NOTING_TAKES_AT_MOST);
    };
  }

  // The cache gets its name when it is complete: one of which the writing was broken off is never
  // used.
  private static Launch prepared(Launch launch, Path cache) {
    String configuration = FOR_THE_CACHE + cache + "-configuration";
    Launch writing =
        launch.withOptions("-XX:AOTMode=create", configuration, "-XX:AOTCache=" + cache + "-new");
    try {
      Files.deleteIfExists(Path.of(cache + "-configuration"));
      Files.writeString(Path.of(cache + "-command"), inShell(writing));
    } catch (IOException e) {
      // A folder that cannot be written to takes no caches either; nothing but speed is lost.
      return launch;
    }
    return launch.withOptions("-XX:AOTMode=record", configuration);
  }

  private static String inShell(Launch launch) {
    String command =
        launch.command().stream().map(AotCaches::quoted).collect(Collectors.joining(" "));
    return "cd %s && exec %s%n".formatted(quoted(launch.directory().toString()), command);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean anyYounger(Path jars, Path cache) {
    try (Stream<Path> files = Files.walk(jars)) {
      FileTime written = Files.getLastModifiedTime(cache);
      List<Path> all = files.filter(file -> file.toString().endsWith(".jar")).toList();
      for (Path jar : all) {
        if (Files.getLastModifiedTime(jar).compareTo(written) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
