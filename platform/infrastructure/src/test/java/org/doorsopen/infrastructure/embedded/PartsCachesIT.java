package org.doorsopen.infrastructure.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The AOT caches of Kafka and the registry. This test is where they come from in a build: some
 * twenty starts in the modules behind this one take a third of the work with them.
 */
@DisabledIfEnvironmentVariable(
    named = "DOORS_INFRASTRUCTURE",
    matches = "containers",
    disabledReason = "this is about child processes")
class PartsCachesIT {
  private final Distributions distributions = Distributions.find();
  private final Path ofKafka = distributions.aotCache("kafka");
  private final Path ofRegistry = distributions.aotCache("registry");

  @TempDir Path temp;

  @Test
  void areWrittenByARunThatIsToldToAndFitTheNext() throws Exception {
    if (!areCurrent()) {
      Files.deleteIfExists(ofKafka);
      Files.deleteIfExists(ofRegistry);
      // Kept alive, because that is how a platform has them, with both compilers.
      Blueprint recorded =
          Blueprint.in(temp.resolve("data")).keptAlive(_ -> {}).withAotCaches(AotCaches.RECORDED);
      Infrastructure infrastructure = EmbeddedInfrastructure.start(recorded);
      infrastructure.close();
    }

    assertThat(kafkaFits()).isTrue();
    assertThat(registryFits()).isTrue();
  }

  private boolean areCurrent() throws Exception {
    return AotCaches.isCurrent(ofKafka, distributions.kafka())
        && AotCaches.isCurrent(ofRegistry, distributions.registry())
        && kafkaFits()
        && registryFits();
  }

  private boolean kafkaFits() throws Exception {
    List<String> options = JvmOptions.forChild(256);
    return fits(ofKafka, options, distributions.kafkaClassPath(), distributions.kafka());
  }

  private boolean registryFits() throws Exception {
    List<String> options = EmbeddedRegistry.jvmOptions();
    return fits(ofRegistry, options, distributions.registryClassPath(), distributions.registry());
  }

  /** Asked of a JVM that does not start without its cache, as others do. */
  private boolean fits(Path cache, List<String> options, String classPath, Path home)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-XX:AOTMode=on", "-cp", classPath, "-version"));
    Launch launch = AotCaches.USED.applyTo(Launch.java("some", all, home), cache, home);
    return new ProcessBuilder(launch.command())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("said").toFile())
            .start()
            .waitFor()
        == 0;
  }
}
