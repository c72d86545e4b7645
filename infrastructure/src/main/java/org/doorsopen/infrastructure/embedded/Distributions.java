package org.doorsopen.infrastructure.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import org.doorsopen.infrastructure.StartFailure;

/** What the build has laid out for us to start: Kafka, the registry, PostgreSQL. */
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

  String kafkaClassPath() {
    return home.resolve("kafka/lib") + "/*";
  }

  Path registry() {
    return home.resolve("registry");
  }

  /** Unpacked on first use. */
  Path postgresql() {
    return PostgresqlArchive.forThisMachine(home.resolve("postgresql")).unpacked();
  }
}
