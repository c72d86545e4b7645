package org.doorsopen.rsvp.readmodel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read model is written.
 *
 * @param batch how many records are written in one transaction, at most
 */
@ConfigurationProperties("doors.rsvp.read-model")
record ReadModelSettings(@DefaultValue("5000") int batch) {

  ReadModelSettings {
    if (batch < 1) {
      throw new IllegalArgumentException(
          "doors.rsvp.read-model.batch must be at least 1, and is " + batch);
    }
  }
}
