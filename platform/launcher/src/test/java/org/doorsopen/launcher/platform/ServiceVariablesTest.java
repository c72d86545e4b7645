package org.doorsopen.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceVariablesTest {
  private static final Map<String, String> SHELL =
      Map.of(
          "DOORS_SMTP_PASSWORD", "of the mail server",
          "DOORS_SMTP_USER", "doors",
          "DOORS_RSVP_LIVE_HEARTBEAT", "5s",
          "LOGGING_LEVEL_ROOT", "debug",
          "AWS_SECRET_ACCESS_KEY", "somebody's",
          "PGPASSWORD", "of another database",
          "doors_smtp_password", "not a variable of ours");

  @ParameterizedTest
  @EnumSource(names = {"RSVP", "SCHEDULE"})
  void keepsTheMailServersPasswordFromServicesThatSendNoMail(Service service) {
    assertThat(ServiceVariables.of(service, SHELL))
        .containsOnlyKeys("DOORS_RSVP_LIVE_HEARTBEAT", "LOGGING_LEVEL_ROOT");
  }

  @Test
  void givesTheMailServersPasswordToTheServiceThatLogsInThere() {
    assertThat(ServiceVariables.of(Service.NOTIFICATION, SHELL))
        .containsOnlyKeys(
            "DOORS_SMTP_PASSWORD",
            "DOORS_SMTP_USER",
            "DOORS_RSVP_LIVE_HEARTBEAT",
            "LOGGING_LEVEL_ROOT");
  }
}
