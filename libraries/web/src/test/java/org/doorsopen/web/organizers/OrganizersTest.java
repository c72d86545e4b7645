package org.doorsopen.web.organizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class OrganizersTest {

  private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(8).encode("lovelace");
  private static final String OTHER = "{bcrypt}" + new BCryptPasswordEncoder(8).encode("hopper");
  private static final String HOME = "192.0.2.1";

  @TempDir Path folder;

  private final SettableTime time = new SettableTime();
  private Path file = Path.of("organizers");
  private Organizers organizers = new Organizers("", "");
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private OrganizerLogin login = new OrganizerLogin(organizers, () -> meters);

  @BeforeEach
  void open() {
    file = folder.resolve("organizers");
    organizers = new Organizers("root:of all", file.toString());
    login = new OrganizerLogin(organizers, () -> meters, time);
  }

  @Test
  void knowsTheOneOfTheSettingWhileThereIsNoFile() {
    assertThat(login.login("root", "of all", HOME).name()).isEqualTo("root");
    assertThat(organizers.find("ada")).isEmpty();
  }

  @Test
  void knowsAtOnceWhomTheFileNamesAndWhomItNamesNoMore() throws IOException {
    write("# organizers", "", "ada:" + HASH, "grace:" + OTHER + ":7");
    assertThat(login.login("ada", "lovelace", HOME).signOuts()).isZero();
    assertThat(login.login("grace", "hopper", HOME).signOuts()).isEqualTo(7);

    write("grace:" + OTHER);
    assertThat(organizers.find("ada")).isEmpty();
    refuses("ada", "lovelace");

    Files.delete(file);
    refuses("grace", "hopper");
  }

  @Test
  void checksARightPasswordAgainWhenItHasChanged() throws IOException {
    write("ada:" + HASH);
    login.login("ada", "lovelace", HOME);

    write("ada:" + OTHER);

    refuses("ada", "lovelace");
    assertThat(login.login("ada", "hopper", HOME).name()).isEqualTo("ada");
  }

  @Test
  void changesTheCredentialOfSessionsWithThePasswordAndTheCount() throws IOException {
    write("ada:" + HASH);
    String first = organizers.find("ada").orElseThrow().credential();
    write("ada:" + HASH + ":1");
    String second = organizers.find("ada").orElseThrow().credential();
    write("ada:" + OTHER + ":1");

    assertThat(organizers.find("ada").orElseThrow().credential()).isNotIn(first, second);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void endsTheSessionsOfTheOneOfTheSettingByACountWithoutAPassword() throws IOException {
    String first = organizers.find("root").orElseThrow().credential();
    write("root::1", "ada::1");
    String second = organizers.find("root").orElseThrow().credential();
    write("root::2");

    assertThat(organizers.find("root").orElseThrow().credential()).isNotIn(first, second);
    assertThat(first).isNotEqualTo(second);
    assertThat(login.login("root", "of all", HOME).name()).isEqualTo("root");
    assertThat(organizers.find("ada")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob",
        "bob::",
        "bob::1",
        "bob:",
        "bob:{noop}secret",
        "bob:{bcrypt}$2a$31$4yfR1FZQ4ARx3J0.0SHxOO95ShSAE4GFq0HdqlKU7gGTO7Bffiefq",
        "bob:{bcrypt}$2a$04$4yfR1FZQ4ARx3J0.0SHxOO95ShSAE4GFq0HdqlKU7gGTO7Bffiefq",
        "bob:{bcrypt}$2a$10$4yfR1FZQ4ARx3J0",
        "bob smith:{bcrypt}$2a$10$4yfR1FZQ4ARx3J0.0SHxOO95ShSAE4GFq0HdqlKU7gGTO7Bffiefq",
      })
  void takesAWrongLineForNobodyAndReadsTheOthers(String line) throws IOException {
    write(line, "ada:" + HASH);

    assertThat(organizers.find("bob")).isEmpty();
    assertThat(organizers.find("bob smith")).isEmpty();
    assertThat(organizers.find("ada")).isPresent();
  }

  @Test
  void keepsThoseThatItKnowsWhenTheFileCanNotBeRead() throws IOException {
    write("ada:" + HASH);
    assertThat(organizers.find("ada")).isPresent();

    Files.delete(file);
    Files.createDirectory(file);

    assertThat(organizers.find("ada")).isPresent();
  }

  @Test
  void prefersTheFileToTheSetting() throws IOException {
    write("root:" + HASH);

    refuses("root", "of all");
    assertThat(login.login("root", "lovelace", HOME).name()).isEqualTo("root");
  }

  @Test
  void looksAtNoPasswordAfterTooManyWrongOnes() throws IOException {
    write("ada:" + HASH);
    login.login("ada", "lovelace", "192.0.2.2");
    for (int i = 0; i < GuessLimits.FREE; i++) {
      refuses("ada", "guess");
    }

    assertThatExceptionOfType(TooManyGuesses.class)
        .isThrownBy(() -> login.login("ada", "lovelace", HOME));
    assertThat(login.login("ada", "lovelace", "192.0.2.2").name()).isEqualTo("ada");
    time.pass(Duration.ofSeconds(12));
    assertThat(login.login("ada", "lovelace", HOME).name()).isEqualTo("ada");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void saysThatLoginsAreRefusedOnceAMinuteAndNotWhose(CapturedOutput output) throws IOException {
    write("ada:" + HASH);
    for (int i = 0; i < GuessLimits.FREE; i++) {
      refuses("ada", "hunter2");
    }
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(TooManyGuesses.class)
          .isThrownBy(() -> login.login("ada", "hunter2", HOME));
    }

    assertThat(meters.counter("doors.logins.refused", "why", "wrong").count())
        .isEqualTo(GuessLimits.FREE);
    assertThat(meters.counter("doors.logins.refused", "why", "unseen").count()).isEqualTo(20);
    assertThat(output.getAll()).containsOnlyOnce("Logins of organizers were refused, 1 since");
    time.pass(Duration.ofHours(1));
    refuses("ada", "hunter2");
    assertThat(output.getAll())
        .containsOnlyOnce("Logins of organizers were refused, 25 since")
        .doesNotContain("hunter2", "ada", HOME);
  }

  @Test
  void recordsNamesAndNoAddresses() {
    assertThat(Organizers.recordedName(() -> "ada")).isEqualTo("ada");
    assertThat(Organizers.recordedName(() -> "ada@example.org")).isEqualTo("ada");
    assertThat(Organizers.recordedName(() -> "x".repeat(100))).hasSize(40);
  }

  private void refuses(String name, String password) {
    assertThatExceptionOfType(BadCredentialsException.class)
        .isThrownBy(() -> login.login(name, password, HOME));
  }

  private void write(String... lines) throws IOException {
    Path written = Files.write(folder.resolve("new"), List.of(lines));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
