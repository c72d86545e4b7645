package org.doorsopen.rsvp.page.meetup;

import java.time.Duration;
import java.time.InstantSource;
import org.doorsopen.identity.FormTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whether a form was probably answered by a program. It is no lock: what it finds leads to a
 * second step that a person takes with one tap, and nothing is lost.
 */
@Component
class FormSeal {

  /** Nobody reads a form and types a name and an address in less. */
  static final Duration MIN_TYPING = Duration.ofMillis(1_500);

  private final FormTokens tokens;
  private final InstantSource clock;

  FormSeal(FormTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** When a form was made, for the form itself. */
  String made(String key) {
    long now = clock.millis();
    return now + "." + tokens.issue(key + "/" + now);
  }

  /** Allows the form with this key to be answered at once. */
  String sure(String key) {
    return tokens.issue(key + "/sure");
  }

  boolean isSure(String key, @Nullable String sure) {
    return sure != null && tokens.isGenuine(sure, key + "/sure");
  }

  /** Also for a form that was not made here, or whose time was changed. */
  boolean isTooFast(String key, @Nullable String made) {
    if (made == null) {
      return true;
    }
    int point = made.indexOf('.');
    String time = point < 0 ? "" : made.substring(0, point);
    if (!time.matches("[0-9]{1,15}")
        || !tokens.isGenuine(made.substring(point + 1), key + "/" + time)) {
      return true;
    }
    return clock.millis() - Long.parseLong(time) < MIN_TYPING.toMillis();
  }
}
