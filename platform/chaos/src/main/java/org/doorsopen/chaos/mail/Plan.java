package org.doorsopen.chaos.mail;

import java.time.Duration;

/**
 * @param kills of notification-service, while it sends
 * @param databaseKills of PostgreSQL, after the outage
 * @param outage of the mail server, after half of the kills; from then on its refusals are
 *     temporary
 * @param refusedPercent of the mails that are handed over after the outage
 * @param connections of notification-service to the mail server
 * @param seed of the moments of the kills; their effects are up to the machine
 */
public record Plan(
    int mails,
    int kills,
    int databaseKills,
    Duration outage,
    int refusedPercent,
    int connections,
    long seed) {

  String inWords() {
    return "Chaos on %d mails: %d kills of notification-service, %d of PostgreSQL, the mail server down for %s s and then refusing %d %% for now; --seed %d"
        .formatted(mails, kills, databaseKills, outage.toSeconds(), refusedPercent, seed);
  }

  /**
   * Each kill of the service, and each end of the server, may leave that many answers unheard. A
   * sender that waits for the database has heard its answer.
   */
  int mostRepeats() {
    return (kills + 1) * connections;
  }

  /** If the database is away for long, another sender takes over from one that only waits. */
  int mostUnanswered() {
    return mostRepeats() + databaseKills * connections;
  }
}
