package org.doorsopen.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a request is read.
 *
 * @param bodyLimit the largest body of a request that is read
 */
@ConfigurationProperties("doors.web")
record WebSettings(@DefaultValue("256KB") DataSize bodyLimit) {

  WebSettings {
    if (bodyLimit.toBytes() < 1) {
      throw new IllegalArgumentException("doors.web.body-limit must be at least 1B, such as 256KB");
    }
  }
}
