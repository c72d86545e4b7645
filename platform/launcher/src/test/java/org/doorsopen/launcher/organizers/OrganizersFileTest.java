package org.doorsopen.launcher.organizers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizersFileTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;

  private Path path = Path.of("organizers");
  private OrganizersFile file = new OrganizersFile(path, Set.of());

  @BeforeEach
  void open() {
    path = folder.resolve("organizers");
    file = new OrganizersFile(path, Set.of("organizer", "ada@example.org", "#1"));
  }

  @Test
  void keepsALineForEachOrganizerForItsOwnerAlone() throws IOException {
    assertThat(file.names()).isEmpty();

    assertThat(file.put("ada", PASSWORD)).isTrue();
    assertThat(file.put("grace.hopper", PASSWORD)).isTrue();

    assertThat(file.names()).containsExactly("ada", "grace.hopper");
    assertThat(Files.readAllLines(path))
        .allSatisfy(
            line -> assertThat(line).matches("[a-z.]+:\\{bcrypt}\\$2a\\$10\\$[./A-Za-z0-9]{53}"));
    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(path)).doesNotContain("horse");
  }

  @Test
  void givesANewPasswordAndKeepsTheCountOfSignOuts() throws IOException {
    file.put("ada", PASSWORD);
    file.signOut("ada");
    file.signOut("ada");
    String before = Files.readString(path);

    assertThat(file.put("ada", PASSWORD + "2")).isFalse();

    assertThat(before).endsWith(":2\n");
    assertThat(Files.readString(path)).endsWith(":2\n").isNotEqualTo(before);
    assertThat(file.names()).containsExactly("ada");
  }

  @Test
  void removesOneAndLeavesTheRest() throws IOException {
    Files.write(path, List.of("# of the community", ""));
    file.put("ada", PASSWORD);
    file.put("grace", PASSWORD);

    file.remove("ada");

    assertThat(Files.readAllLines(path)).startsWith("# of the community", "").hasSize(3);
    assertThat(file.names()).containsExactly("grace");
    assertThatExceptionOfType(OrganizersFailure.class).isThrownBy(() -> file.remove("ada"));
    assertThatExceptionOfType(OrganizersFailure.class).isThrownBy(() -> file.signOut("bob"));
  }

  @Test
  void countsSignOutsOfAnOrganizerWhoseLoginIsASetting() throws IOException {
    file.signOut("organizer");
    file.signOut("ada@example.org");
    file.signOut("organizer");

    assertThat(Files.readAllLines(path)).containsExactly("organizer::2", "ada@example.org::1");
    assertThat(file.names()).isEmpty();
    assertThatExceptionOfType(OrganizersFailure.class).isThrownBy(() -> file.remove("organizer"));
    assertThatExceptionOfType(OrganizersFailure.class).isThrownBy(() -> file.signOut("#1"));
  }

  @Test
  void keepsTheSessionsOfASettingEndedWhenItCountsAgain() throws IOException {
    file.signOut("organizer");
    assertThat(file.put("organizer", PASSWORD)).isTrue();
    assertThat(Files.readString(path)).endsWith(":1\n");

    file.remove("organizer");

    assertThat(Files.readAllLines(path)).containsExactly("organizer::2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada lovelace",
        "ada:root",
        "ada\nroot",
        "-ada",
        ".ada",
        "ada@example.org",
        "äda",
        "#ada",
        "../ada",
        "12345678901234567890123456789012345678901"
      })
  void refusesNamesThatAreOdd(String name) {
    assertThatExceptionOfType(OrganizersFailure.class)
        .isThrownBy(() -> file.put(name, PASSWORD))
        .withMessageNotContaining("\n");
    assertThat(path).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "elevenchars", "ada-ada12345", "with a\ttab in it"})
  void refusesPasswordsThatWillNotDo(String password) {
    assertThatExceptionOfType(OrganizersFailure.class)
        .isThrownBy(() -> file.put("ada-ada12", password));
    assertThatExceptionOfType(OrganizersFailure.class)
        .isThrownBy(() -> file.put("ada-ada12", "ä".repeat(37)));
    assertThat(path).doesNotExist();
  }

  @Test
  void readsTheFirstLineOfAPipe() {
    assertThat(TypedPassword.firstLineOf(new ByteArrayInputStream("pä ss\r\nx".getBytes(UTF_8))))
        .isEqualTo("pä ss");
    assertThat(TypedPassword.firstLineOf(new ByteArrayInputStream(new byte[0]))).isEmpty();
  }
}
