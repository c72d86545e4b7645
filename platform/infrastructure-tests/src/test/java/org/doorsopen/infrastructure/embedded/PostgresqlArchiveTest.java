package org.doorsopen.infrastructure.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.doorsopen.infrastructure.process.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PostgresqlArchiveTest {
  @TempDir Path folder;

  @Test
  void unpacksFilesAndTheLinksBetweenThem() throws IOException {
    archive("lib/libpq.so.5", "");
    Path unpacked = new PostgresqlArchive(folder, "here").unpacked();

    assertThat(unpacked.resolve("lib/libpq.so.5")).hasContent("content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "bin/../../evil", "/tmp/evil-of-an-archive"})
  void refusesEntriesThatLeadOut(String name) throws IOException {
    archive(name, "");

    assertThatThrownBy(() -> new PostgresqlArchive(folder, "here").unpacked())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("leads out of its folder");
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../../etc/passwd"})
  void refusesLinksThatLeadOut(String target) throws IOException {
    archive("lib/link", target);

    assertThatThrownBy(() -> new PostgresqlArchive(folder, "here").unpacked())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("leads out of its folder");
  }

  private void archive(String name, String linkTo) throws IOException {
    try (var tar =
        new TarArchiveOutputStream(
            new XZOutputStream(
                Files.newOutputStream(folder.resolve("postgres-here.txz")), new LZMA2Options(0)))) {
      TarArchiveEntry entry =
          linkTo.isEmpty()
              ? new TarArchiveEntry(name, true)
              : new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      byte[] content = linkTo.isEmpty() ? "content".getBytes(UTF_8) : new byte[0];
      entry.setLinkName(linkTo);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
  }
}
