package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's driver quotes in its messages what was refused, unless it is told not to. */
class QuietDriversTest {

  private static final String QUIET = "logServerErrorDetail: false";

  @ParameterizedTest
  @ValueSource(strings = {"schedule-service", "rsvp-service", "notification-service"})
  void leavesValuesOutOfTheMessagesOfDrivers(String service) throws IOException {
    String shared = read("libraries/settings/src/main/resources/doors/platform.yml");
    String own = read(service + "/src/main/resources/application.yml");

    assertThat(shared).containsOnlyOnce(QUIET);
    assertThat(own).contains("import: classpath:doors/platform.yml");
    assertThat(own).doesNotContain("logServerErrorDetail");
  }

  private static String read(String file) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    Path home =
        Files.exists(folder.resolve("docker-compose.yml")) ? folder : folder.resolve("../..");
    return Files.readString(home.resolve(file));
  }
}
