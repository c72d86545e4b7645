package org.doorsopen.bench.mail;

/**
 * How much is measured.
 *
 * @param rounds all of which count; the first begins with everything cold
 * @param mails in one round, once by the bare client and once by notification-service
 * @param queued mails whose memory is looked at
 */
record Plan(int rounds, int mails, int queued) {

  /** Of the bare client, and of notification-service. */
  static final int CONNECTIONS = 4;

  static Plan full() {
    return new Plan(3, 20_000, 100_000);
  }

  /** Proves that the bench runs; nothing has time to get warm. */
  static Plan quick() {
    return new Plan(2, 3_000, 10_000);
  }
}
