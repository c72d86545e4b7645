package org.doorsopen.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The organizers' login, and how much of a request is read.
 *
 * @param organizer the organizer's login, {@code user:password}
 * @param bodyLimit the largest body of a request that is read
 */
@ConfigurationProperties("doors.web")
record WebSettings(@DefaultValue("") String organizer, @DefaultValue("256KB") DataSize bodyLimit) {

  WebSettings {
    int colon = organizer.indexOf(':');
    if (colon < 1
        || colon == organizer.length() - 1
        || organizer.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "doors.web.organizer (DOORS_ORGANIZER) must be the organizer's login as user:password,"
              + " on one line and neither part empty");
    }
    if (bodyLimit.toBytes() < 1) {
      throw new IllegalArgumentException("doors.web.body-limit must be at least 1B, such as 256KB");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "WebSettings[bodyLimit=" + bodyLimit + "]";
  }
}
