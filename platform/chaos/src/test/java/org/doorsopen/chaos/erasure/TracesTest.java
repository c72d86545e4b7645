package org.doorsopen.chaos.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
  private static final String MARKER = "qzjxvkwphmbdtgyr";

  @TempDir Path folder;

  /** At the start, at the end, and wherever a block of the search ends. */
  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 65_519, 65_520, 65_521, 65_535, 65_536, 65_537, 131_060, 131_072, 200_000})
  void findsItWhereverItIs(int position) throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/other"), "q".repeat(300_000));
    Files.writeString(
        folder.resolve("a/b/it"), "q".repeat(position) + MARKER + "\0".repeat(position % 7));

    assertThat(new Traces(MARKER).in(folder)).containsExactly("a/b/it");
  }

  @Test
  void doesNotMindCapitalsAndFindsNobodyWhereNobodyIs() throws IOException {
    Files.writeString(folder.resolve("capitals"), "QzJxvkwphmbdtgyR@EXAMPLE.ORG");
    Files.writeString(folder.resolve("nearly"), "qzjxvkwphmbdtgy r");
    Files.createFile(folder.resolve("empty"));

    assertThat(new Traces(MARKER).in(folder)).containsExactly("capitals");
  }
}
