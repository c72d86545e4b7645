package org.doorsopen.bench.mail;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts
 * @param mails in one round, once by the bare client and once by notification-service
 * @param warmUp mails by each before of which none counts: the compiler is done only after so many
 * @param queued mails whose memory is looked at
 */
public record Plan(int rounds, int mails, int warmUp, int queued) {

  /** Of both. */
  static final int CONNECTIONS = 4;

  static Plan full() {
    return new Plan(3, 20_000, 50_000, 100_000);
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static Plan quick() {
    return new Plan(1, 3_000, 6_000, 10_000);
  }
}
