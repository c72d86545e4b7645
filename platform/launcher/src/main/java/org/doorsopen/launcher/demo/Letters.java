package org.doorsopen.launcher.demo;

import java.util.List;
import java.util.Set;

/** The mails that people have got. */
interface Letters {

  /**
   * @param kind as in the header {@code Doors-Kind}
   */
  record Letter(String rsvpId, String kind, String subject) {}

  /** Those about these RSVPs, in the order they came. */
  List<Letter> about(Set<String> rsvpIds);

  /** Where we look, in words for people. */
  String source();
}
