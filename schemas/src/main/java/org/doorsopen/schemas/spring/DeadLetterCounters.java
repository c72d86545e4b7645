package org.doorsopen.schemas.spring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts the records that a reader has set aside, for each topic that it reads. The counters are
 * there from the start, because an alarm on a rise does not see a counter come.
 */
public final class DeadLetterCounters {

  private final MeterRegistry meters;
  private final String reader;

  /**
   * @param reader the consumer group
   */
  public DeadLetterCounters(MeterRegistry meters, String reader, String... topics) {
    this.meters = meters;
    this.reader = reader;
    for (String topic : topics) {
      counter(topic);
    }
  }

  public void setAside(String topic) {
    counter(topic).increment();
  }

  private Counter counter(String topic) {
    return Counter.builder("doors.dead.letters")
        .description("Records that could not be read and were set aside; each needs an operator")
        .tags("topic", topic, "reader", reader)
        .register(meters);
  }
}
