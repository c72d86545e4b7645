package org.doorsopen.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {

  @Test
  void givesAChildAHomeAndALanguageAndNobodyElsesSecrets() {
    Map<String, String> shell =
        new HashMap<>(
            Map.of(
                "PATH", "/bin",
                "HOME", "/home/ada",
                "LC_ALL", "C",
                "TZ", "Europe/Berlin",
                "DOORS_SECRET", "of the platform",
                "DOORS_SMTP_PASSWORD", "of the mail server",
                "PGPASSWORD", "of another database",
                "AWS_SECRET_ACCESS_KEY", "somebody's",
                "JAVA_TOOL_OPTIONS", "-Dpassword=somebody's"));

    Map<String, String> own = Map.of("DOORS_KAFKA", "here", "LC_ALL", "C.UTF-8");
    new Launch("child", List.of("true"), own, Path.of("")).reduce(shell);

    assertThat(shell)
        .isEqualTo(
            Map.of(
                "PATH", "/bin",
                "HOME", "/home/ada",
                "LC_ALL", "C.UTF-8",
                "TZ", "Europe/Berlin",
                "DOORS_KAFKA", "here"));
  }

  @Test
  void startsEveryJvmWithTheOptionThatIsForAll() {
    System.setProperty("doors.jvm-option", "-XX:TieredStopAtLevel=1");
    try {
      Launch launch = Launch.java("child", List.of("-Xmx64m", "-version"), Path.of(""));

      assertThat(launch.command().subList(1, 4))
          .containsExactly("-XX:TieredStopAtLevel=1", "-Xmx64m", "-version");
    } finally {
      System.clearProperty("doors.jvm-option");
    }
  }
}
