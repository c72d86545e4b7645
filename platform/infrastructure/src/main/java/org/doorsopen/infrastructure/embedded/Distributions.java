package org.doorsopen.infrastructure.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.process.StartFailure;

/** The programs that the build has unpacked for us to start: Kafka, the registry, PostgreSQL. */
record Distributions(Path home) {
  private static final String SETTING = "doors.infrastructure.home";

  static Distributions find() {
    String home = System.getProperty(SETTING);
    if (home == null || !Files.isDirectory(Path.of(home, "kafka", "lib"))) {
      throw new StartFailure(
          "No Kafka in the folder that the system property %s names (%s); build first: mvn package"
              .formatted(SETTING, home));
    }
    return new Distributions(Path.of(home).toAbsolutePath());
  }

  Path kafka() {
    return home.resolve("kafka");
  }

  /** The class path of Kafka, relative to {@link #kafka}. */
  String kafkaClassPath() {
    return classPath(kafka(), List.of("lib"));
  }

  Path registry() {
    return home.resolve("registry");
  }

  /**
   * Relative to {@link #registry}, and in the order of Quarkus's own class loader: files that the
   * build has generated or changed go before the originals. Classes from that loader could not be
   * in an AOT cache.
   */
  String registryClassPath() {
    return classPath(registry(), List.of("quarkus", "app", "lib/main", "lib/boot"));
  }

  /** Written by {@link org.doorsopen.infrastructure.process.AotCaches}. */
  Path aotCache(String part) {
    return home.resolve(part + ".aot");
  }

  // Each jar by its name, in the same order whatever the file system: a cache is for one class
  // path.
  private static String classPath(Path home, List<String> folders) {
    return folders.stream()
        .flatMap(folder -> jars(home, folder))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> jars(Path home, String folder) {
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      List<String> jars =
          files
              .map(file -> folder + "/" + file.getFileName())
              .filter(name -> name.endsWith(".jar"))
              .sorted()
              .toList();
      return jars.stream();
    } catch (IOException e) {
      throw new StartFailure("%s cannot be read: %s".formatted(home, e.getMessage()), e);
    }
  }

  /** The folder of PostgreSQL, which is unpacked on first use. */
  Path postgresql() {
    return PostgresqlArchive.forThisMachine(home.resolve("postgresql")).unpacked();
  }
}
