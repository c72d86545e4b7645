package org.doorsopen.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesTest {
  @TempDir Path folder;

  @Test
  void usesACacheThatIsThereAndNamesNoneThatIsNot() throws IOException {
    Path cache = folder.resolve("some.aot");
    assertThat(options(AotCaches.USED, cache)).isEmpty();

    Files.writeString(cache, "");

    assertThat(options(AotCaches.USED, cache)).containsExactly("-XX:AOTCache=" + cache);
  }

  @Test
  void writesNewlyWhatIsRecordedAndGivesTimeForIt() {
    Path cache = folder.resolve("some.aot");

    assertThat(options(AotCaches.RECORDED, cache)).containsExactly("-XX:AOTCacheOutput=" + cache);
    assertThat(AotCaches.RECORDED.stopGrace(Duration.ZERO)).isPositive();
  }

  @Test
  void preparesACacheThatIsMissingOrOlderThanAJar() throws IOException {
    Path cache = folder.resolve("some.aot");
    Path jar = Files.writeString(folder.resolve("some.jar"), "");
    assertThat(options(AotCaches.PREPARED, cache)).contains("-XX:AOTMode=record");

    Files.writeString(cache, "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    assertThat(options(AotCaches.PREPARED, cache)).containsExactly("-XX:AOTCache=" + cache);

    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(options(AotCaches.PREPARED, cache)).contains("-XX:AOTMode=record");
  }

  @Test
  void writesAPreparedCacheAfterTheEndUnderANameThatNoStartUses() throws Exception {
    // Whatever the folder's name is, a shell has to read it as one word.
    Path home = Files.createDirectory(folder.resolve("it's here"));
    Path cache = home.resolve("some.aot");
    Launch learning =
        AotCaches.PREPARED.applyTo(
            Launch.java("some", List.of(AotCaches.MIN_HEAP, "-version"), home), cache, home);
    assertThat(run(learning.command())).isZero();
    assertThat(cache).doesNotExist();

    assertThat(run(List.of("sh", cache + "-command"))).isZero();

    assertThat(cache).doesNotExist();
    Files.move(Path.of(cache + "-new"), cache);
    assertThat(
            run(
                AotCaches.USED
                    .applyTo(
                        Launch.java(
                            "some",
                            List.of(AotCaches.MIN_HEAP, "-XX:AOTMode=on", "-version"),
                            home),
                        cache,
                        home)
                    .command()))
        .isZero();
  }

  @Test
  void startsWithACacheThatIsNone() throws Exception {
    Path cache = Files.writeString(folder.resolve("some.aot"), "of another JDK");
    Launch launch = Launch.java("some", List.of(AotCaches.MIN_HEAP, "-version"), folder);

    assertThat(run(AotCaches.USED.applyTo(launch, cache, folder).command())).isZero();

    assertThat(folder.resolve("output")).content().contains("AOT", "OpenJDK");
  }

  private List<String> options(AotCaches caches, Path cache) {
    Launch launch = Launch.java("some", List.of("-version"), folder);
    List<String> command = caches.applyTo(launch, cache, folder).command();
    return command.subList(1, command.size() - 1);
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start()
        .waitFor();
  }
}
