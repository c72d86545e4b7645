package org.doorsopen.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {
  @TempDir Path folder;

  private final LogRotation rotation = new LogRotation(100);
  private Path log;

  @BeforeEach
  void watch() {
    log = folder.resolve("some.log");
    rotation.add(log);
  }

  @Test
  void setsALongLogAsideWhileItsWriterGoesOn() throws IOException {
    try (OutputStream writer = appending()) {
      LogTail tail = LogTail.from(log);
      writer.write("x".repeat(99).concat("\n").getBytes());
      rotation.look();
      assertThat(log).hasSize(100);

      writer.write("the last\n".getBytes());
      rotation.look();
      assertThat(log).isEmptyFile();
      writer.write("the first\n".getBytes());

      assertThat(log).hasContent("the first");
      assertThat(folder.resolve("some.log.1")).content().endsWith("the last\n").hasSize(109);
      assertThat(tail.lastLines(5)).isEqualTo("the first");
    }
  }

  @Test
  void keepsOneThatWasSetAsideAndItsOwnerAloneReadsIt() throws IOException {
    try (OutputStream writer = appending()) {
      for (int i = 0; i < 5; i++) {
        writer.write((i + "x".repeat(200)).getBytes());
        rotation.look();
      }
    }

    Path older = folder.resolve("some.log.1");
    assertThat(older).content().startsWith("4").hasSize(201);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(older)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void knowsTheLinesOfThisStartAfterTheLogWasSetAside() throws IOException {
    Files.writeString(log, "of the start before\n".repeat(10));
    LogTail tail = LogTail.from(log);
    try (OutputStream writer = appending()) {
      rotation.look();
      writer.write("of this one\n".getBytes());
    }

    assertThat(tail.lastLines(5)).isEqualTo("of this one");
  }

  @Test
  void looksAtALogThatIsNotThereYet() {
    rotation.look();

    assertThat(log).doesNotExist();
  }

  /** As a process writes whose output is appended to a file. */
  private OutputStream appending() throws IOException {
    return Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
