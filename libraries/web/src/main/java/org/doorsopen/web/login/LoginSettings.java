package org.doorsopen.web.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organizers' login.
 *
 * @param organizer the organizer's login, {@code user:password}
 */
@ConfigurationProperties("doors.login")
record LoginSettings(@DefaultValue("") String organizer) {

  LoginSettings {
    int colon = organizer.indexOf(':');
    if (colon < 1
        || colon == organizer.length() - 1
        || organizer.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "doors.login.organizer (DOORS_ORGANIZER) must be the organizer's login as"
              + " user:password, on one line and neither part empty");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "LoginSettings[]";
  }
}
