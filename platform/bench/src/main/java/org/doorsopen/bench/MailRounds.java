package org.doorsopen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Of one sender.
 *
 * @param kept by a server that has each mail on its disk before it accepts it
 * @param forgotten by a server that keeps none
 */
record MailRounds(List<MailRound> kept, List<MailRound> forgotten) {

  MailRounds() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  void note(boolean keep, MailRound round) {
    (keep ? kept : forgotten).add(round);
  }

  static double median(List<MailRound> rounds, ToDoubleFunction<MailRound> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }
}
