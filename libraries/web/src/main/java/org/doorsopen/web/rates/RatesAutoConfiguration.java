package org.doorsopen.web.rates;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.ProblemsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Holds every service to the {@link RateLimit}s that it gives. */
@AutoConfiguration(after = ProblemsAutoConfiguration.class)
public class RatesAutoConfiguration {

  // After the headers that every answer has, and before the body.
  private static final int AFTER_SECURITY = -50;

  @Bean
  HeldBack heldBack(ObjectProvider<MeterRegistry> meters, ObjectProvider<InstantSource> clock) {
    return new HeldBack(
        meters.getIfAvailable(SimpleMeterRegistry::new),
        clock.getIfAvailable(InstantSource::system));
  }

  @Bean
  FilterRegistrationBean<RateFilter> rateFilter(
      ObjectProvider<RateLimit> limits, HeldBack heldBack, ProblemWriter problems) {
    var registration =
        new FilterRegistrationBean<>(
            new RateFilter(limits.orderedStream().toList(), heldBack, problems));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }
}
