package org.doorsopen.web.login;

import org.doorsopen.identity.SecretStrength;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organizers' logins. At least one of the two has to be set.
 *
 * @param organizer the login of one organizer, {@code user:password}
 * @param organizers a file with a line {@code name:{bcrypt}…} for each organizer; it need not be
 *     there yet
 */
@ConfigurationProperties("doors.login")
record LoginSettings(@DefaultValue("") String organizer, @DefaultValue("") String organizers) {

  LoginSettings {
    int colon = organizer.indexOf(':');
    boolean missing = organizer.isEmpty() && organizers.isEmpty();
    boolean wrong =
        !organizer.isEmpty()
            && (colon < 1
                || colon == organizer.length() - 1
                || organizer.codePoints().anyMatch(Character::isISOControl));
    if (missing || wrong) {
      throw new IllegalArgumentException(
          "doors.login.organizer (DOORS_ORGANIZER) must be the organizer's login as"
              + " user:password, on one line and neither part empty; or"
              + " doors.login.organizers (DOORS_ORGANIZERS) must name a file of organizers");
    }
  }

  /**
   * Whether the password of the one organizer is so short that it can be guessed. It is taken all
   * the same, because platforms have been started with such a one.
   */
  boolean hasShortPassword() {
    return !organizer.isEmpty()
        && SecretStrength.isShort(organizer.substring(organizer.indexOf(':') + 1));
  }

  /** Leaves the password out: what is printed may end in a log. */
  @Override
  public String toString() {
    return "LoginSettings[organizers=" + organizers + "]";
  }
}
