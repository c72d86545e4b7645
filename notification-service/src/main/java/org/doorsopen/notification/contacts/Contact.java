package org.doorsopen.notification.contacts;

import java.util.Locale;

/** How to reach who made an RSVP. */
public sealed interface Contact {

  /**
   * @param locale in which they want to be written to
   */
  record Known(String name, String email, Locale locale) implements Contact {}

  /** Has not arrived; it is certain to, or to be erased. */
  record Awaited() implements Contact {}

  record Erased() implements Contact {}
}
