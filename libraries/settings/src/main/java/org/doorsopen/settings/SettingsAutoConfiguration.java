package org.doorsopen.settings;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Makes {@link PublicUrl} a bean of every service, and says aloud where it is not safe. */
@AutoConfiguration
@EnableConfigurationProperties(PublicUrl.class)
class SettingsAutoConfiguration {

  private static final Log log = LogFactory.getLog(SettingsAutoConfiguration.class);

  @Bean
  ApplicationListener<ApplicationReadyEvent> clearTextWarning(PublicUrl publicUrl) {
    return _ -> {
      if (publicUrl.isClearTextElsewhere()) {
        log.warn(
            "DOORS_PUBLIC_URL is "
                + publicUrl.url()
                + ", without TLS: passwords of organizers and links of attendees go over the network"
                + " in clear text");
      }
    };
  }
}
