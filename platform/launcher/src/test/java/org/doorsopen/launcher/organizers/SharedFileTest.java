package org.doorsopen.launcher.organizers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest {

  @TempDir Path folder;

  private Path path = Path.of("organizers");

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(folder.resolve("organizers"), "ada::1\n");
  }

  @Test
  void losesNoneOfTheChangesThatAreMadeAtOnce() throws IOException {
    try (ExecutorService several = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        several.submit(() -> new OrganizersFile(path, Set.of()).signOut("ada"));
      }
    }

    assertThat(Files.readString(path)).isEqualTo("ada::41\n");
  }

  @Test
  void givesUpWhileAnotherKeepsIt() throws IOException {
    SharedFile file = new SharedFile(path, Duration.ofMillis(50));
    try (FileChannel other = FileChannel.open(folder.resolve("organizers.lock"), CREATE, WRITE)) {
      other.lock();

      assertThatExceptionOfType(OrganizersFailure.class)
          .isThrownBy(() -> file.alone(() -> "changed"))
          .withMessageContaining("Another process");
    }
    assertThat(file.alone(() -> "changed")).isEqualTo("changed");
  }

  @Test
  void keepsTheRightsThatSomebodyGave() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

    new OrganizersFile(path, Set.of()).signOut("ada");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void keepsTheOwnerWhereItMayGiveFilesAway() throws IOException {
    assumeThat(Files.getOwner(folder).getName()).isEqualTo("root");
    UserPrincipal services =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("10001");
    Files.setOwner(path, services);

    new OrganizersFile(path, Set.of()).signOut("ada");

    assertThat(Files.getOwner(path)).isEqualTo(services);
  }
}
