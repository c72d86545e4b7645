package org.doorsopen.rsvp.embed;

import java.util.List;
import org.doorsopen.identity.origins.OtherOrigins;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose pages may show meetups and ask for seats.
 *
 * @param origins such as https://community.example.org; none by default
 */
@ConfigurationProperties("doors.cors")
record CorsSettings(@DefaultValue List<String> origins) {

  CorsSettings {
    origins = List.copyOf(origins);
    try {
      OtherOrigins.of(origins);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "doors.cors.origins (DOORS_CORS_ORIGINS): " + e.getMessage(), e);
    }
  }
}
