package org.doorsopen.bench.mail;

/**
 * How much is measured.
 *
 * @param rounds all of which count; the first begins with everything cold
 * @param turns in one round, each of the bare client and then of notification-service, so that a
 *     machine that becomes faster or slower within a round does so for both
 * @param mails in one turn of each
 * @param queued mails whose memory is looked at
 */
record Plan(int rounds, int turns, int mails, int queued) {

  /** Of the bare client, and of notification-service. */
  static final int CONNECTIONS = 4;

  int mailsOfRound() {
    return turns * mails;
  }

  static Plan full() {
    return new Plan(3, 5, 4_000, 100_000);
  }

  /** Proves that the bench runs; nothing has time to get warm. */
  static Plan quick() {
    return new Plan(2, 2, 1_500, 10_000);
  }
}
