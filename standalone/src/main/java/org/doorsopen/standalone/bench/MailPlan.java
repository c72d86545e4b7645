package org.doorsopen.standalone.bench;

/**
 * How much is measured.
 *
 * @param rounds of which the median counts
 * @param mails in one round, once by the bare client and once by notification-service
 * @param queued mails whose memory is looked at
 */
record MailPlan(int rounds, int mails, int queued) {

  /** Of both. */
  static final int CONNECTIONS = 4;

  static MailPlan full() {
    return new MailPlan(3, 10_000, 100_000);
  }

  /** Proves that it runs; its figures are of a cold machine. */
  static MailPlan quick() {
    return new MailPlan(1, 2_000, 5_000);
  }
}
