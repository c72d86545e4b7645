package org.doorsopen.launcher.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorPathsTest {

  private static final FrontDoorPaths PATHS =
      FrontDoorPaths.of(
          Stream.of(
              "# what people open",
              "/            rsvp-service",
              "/desk        schedule-service # most of it",
              "/desk/mails  notification-service",
              "",
              "/actuator    nobody"));

  @ParameterizedTest
  @CsvSource({
    "/, RSVP",
    "/desk, SCHEDULE",
    "/desk/meetups/17, SCHEDULE",
    "/desk/, SCHEDULE",
    "/desk/mails, NOTIFICATION",
    "/desk/mails/17/retry, NOTIFICATION",
    "/desk/mailsack, SCHEDULE",
    "/desktop, RSVP",
    "/nowhere/at/all, RSVP",
    "/actuators, RSVP",
  })
  void findsTheServiceOfTheLongestPathThatFits(String path, Service service) {
    assertThat(PATHS.serviceOf(path)).contains(service);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/", "/actuator/health/readiness"})
  void letsNobodyThroughToWhatIsInternal(String path) {
    assertThat(PATHS.serviceOf(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/desk", "desk rsvp-service", "/desk/ rsvp-service", "/desk two words", "/a me"})
  void refusesALineThatIsNotAPathAndAService(String line) {
    assertThatThrownBy(() -> FrontDoorPaths.of(Stream.of(line)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesASecondLineAboutAPath() {
    assertThatThrownBy(
            () -> FrontDoorPaths.of(Stream.of("/desk rsvp-service", "/desk schedule-service")))
        .hasMessageContaining("/desk");
  }
}
