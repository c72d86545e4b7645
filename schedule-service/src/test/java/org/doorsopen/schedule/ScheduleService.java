package org.doorsopen.schedule;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test against the service on real infrastructure; one service for all such tests. */
@Target(TYPE)
@Retention(RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "DOORS_ORGANIZER=" + ScheduleService.LOGIN,
      "DOORS_SECRET=a secret of the tests alone"
    })
@ContextConfiguration(initializers = ScheduleService.OnSharedInfrastructure.class)
@interface ScheduleService {

  String LOGIN = "ada:lovelace";

  final class OnSharedInfrastructure
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var settings =
          Map.<String, Object>copyOf(SharedInfrastructure.settings(ServiceAccount.SCHEDULE));
      // The machine may have more to do than this.
      Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("infrastructure", settings));
    }
  }
}
