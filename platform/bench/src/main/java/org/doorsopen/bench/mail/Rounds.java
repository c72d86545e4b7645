package org.doorsopen.bench.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * The rounds of the bare client, or of notification-service.
 *
 * @param kept by a server that has each mail on its disk before it accepts it
 * @param forgotten by a server that keeps none
 */
record Rounds(List<Round> kept, List<Round> forgotten) {

  Rounds() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  void note(boolean keep, Round round) {
    (keep ? kept : forgotten).add(round);
  }
}
