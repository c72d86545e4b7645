package org.doorsopen.notification.jobs;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says how jobs are kept in the database. */
@Configuration(proxyBeanMethods = false)
class StoredJobs {

  // Jobs have no data today. Java serialization would make objects of whatever stands in the
  // table, should one ever have some.
  @Bean
  DbSchedulerCustomizer jobsAsJson() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new Jackson3Serializer());
      }
    };
  }
}
