package org.doorsopen.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesTest {
  @TempDir Path folder;

  @Test
  void usesACacheThatIsThereAndNamesNoneThatIsNot() throws IOException {
    Path cache = folder.resolve("some.aot");
    assertThat(AotCaches.USED.options(cache)).isEmpty();

    Files.writeString(cache, "");

    assertThat(AotCaches.USED.options(cache)).containsExactly("-XX:AOTCache=" + cache);
  }

  @Test
  void writesNewlyWhatIsRecordedAndGivesTimeForIt() {
    Path cache = folder.resolve("some.aot");

    assertThat(AotCaches.RECORDED.options(cache)).containsExactly("-XX:AOTCacheOutput=" + cache);
    assertThat(AotCaches.RECORDED.stopGrace(Duration.ZERO)).isPositive();
  }

  @Test
  void startsWithACacheThatIsNone() throws Exception {
    Path cache = Files.writeString(folder.resolve("some.aot"), "of another JDK");
    List<String> command = new ArrayList<>(List.of(java(), AotCaches.MIN_HEAP));
    command.addAll(AotCaches.USED.options(cache));
    command.add("-version");

    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("output")).content().contains("AOT", "OpenJDK");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
