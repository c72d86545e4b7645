package org.doorsopen.bench;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts
 * @param mails in one round, once by the bare client and once by notification-service
 * @param warmUp mails by each before of which none counts: the compiler is done only after so many
 * @param queued mails whose memory is looked at
 */
record MailBenchPlan(int rounds, int mails, int warmUp, int queued) {

  /** Of both. */
  static final int CONNECTIONS = 4;

  static MailBenchPlan full() {
    return new MailBenchPlan(3, 20_000, 50_000, 100_000);
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static MailBenchPlan quick() {
    return new MailBenchPlan(1, 3_000, 6_000, 10_000);
  }
}
