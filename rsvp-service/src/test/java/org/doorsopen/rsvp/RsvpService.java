package org.doorsopen.rsvp;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole service on real infrastructure, the same service for all such
 * tests. Tests use it through {@link RunningService}.
 */
@Target(TYPE)
@Retention(RUNTIME)
@ExtendWith(ServiceEndsFirst.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "DOORS_ORGANIZER=" + RunningService.LOGIN,
      "DOORS_CORS_ORIGINS=https://community.example,https://other.example",
      "DOORS_SECRET=a secret for tests only",
      "doors.rsvp.live.heartbeat=500ms",
      "doors.rsvp.live.max-clients=5",
      // All tests come from one network, and under few addresses.
      "doors.rsvp.rates.requests-per-hour=0",
      "doors.rsvp.rates.requests-per-address=0",
      "doors.rsvp.contacts.sweep-delay=1d"
    })
@ContextConfiguration(initializers = RsvpService.OnSharedInfrastructure.class)
@Import({RunningService.class, ReadModelRows.class})
public @interface RsvpService {

  /** Connects the service, by a network that a test can make lie. */
  final class OnSharedInfrastructure
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Map<String, Object> settings =
          new HashMap<>(SharedInfrastructure.settings(ServiceAccount.RSVP));
      settings.put("DOORS_KAFKA", RunningService.NETWORK.bootstrapServers());
      settings.put("DOORS_DATA", emptyFolder());
      // Most of what tests wait for takes less than the tenth of a second between usual looks, and
      // the machine may have more to do than this.
      Awaitility.setDefaultPollDelay(Duration.ZERO);
      Awaitility.setDefaultPollInterval(Duration.ofMillis(30));
      Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("infrastructure", settings));
    }

    private static String emptyFolder() {
      try {
        return Files.createTempDirectory("rsvp-service").toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
