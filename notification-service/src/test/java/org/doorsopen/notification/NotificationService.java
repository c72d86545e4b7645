package org.doorsopen.notification;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the service on real Kafka, registry, PostgreSQL and SMTP; one service for all
 * such tests. A test may ask for {@link MeetupEvents} (each test has a meetup of its own), for the
 * {@link Api}, and for {@link TimeTravel}.
 */
@Target(TYPE)
@Retention(RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    // Many tests wait for a job.
    properties = "db-scheduler.polling-interval=100ms")
@ContextConfiguration(initializers = NotificationService.OnSharedInfrastructure.class)
@Import({MeetupEvents.class, Api.class, ClockOfTests.class, TimeTravel.class})
@BackToThePresent
@interface NotificationService {

  String ORGANIZER = "organizer:secret-word";

  /** For how long changes are collected before they are told. */
  Duration WINDOW = Duration.ofSeconds(1);

  final class OnSharedInfrastructure
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Map<String, Object> settings =
          new HashMap<>(SharedInfrastructure.settings(ServiceAccount.NOTIFICATION));
      settings.put("DOORS_SMTP", SmtpGate.SMTP.address());
      settings.put("DOORS_SECRET", "a-secret-that-is-long-enough-for-tests-0123456789");
      settings.put("DOORS_ORGANIZER", ORGANIZER);
      settings.put("DOORS_PUBLIC_URL", "https://doors.example");
      settings.put("DOORS_CHANGE_WINDOW", WINDOW.toString());
      // Most of what tests wait for takes less than the tenth of a second between usual looks, and
      // the machine may have more to do than this.
      Awaitility.setDefaultPollDelay(Duration.ZERO);
      Awaitility.setDefaultPollInterval(Duration.ofMillis(30));
      Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
      // Threads of the mail server of tests may fail, and its clients go on.
      Awaitility.doNotCatchUncaughtExceptionsByDefault();
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("infrastructure", settings));
    }
  }
}
