package org.doorsopen.rsvp.seats.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.doorsopen.schemas.Topics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTimeTest {

  private static final long NOW = 1_000_000;

  private final LogTime times = new LogTime(InstantSource.fixed(Instant.ofEpochMilli(NOW)));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # topic  | its time            | the one before | counts as
          rsvps     | 999999              | 5              | 999999
          rsvps     | 1000000             | 5              | 1000000
          rsvps     | 1000001             | 5              | 1000000
          rsvps     | 9223372036854775807 | -1             | 1000000
          rsvps     | -1                  | 5              | 0
          schedules | 999999              | 5              | 999999
          schedules | 1000001             | 5              | 5
          schedules | 9223372036854775807 | 999999         | 999999
          schedules | 9223372036854775807 | -1             | 0
          schedules | 1000001             | 2000000        | 1000000
          schedules | -1                  | 5              | 0
          """,
      delimiter = '|')
  void isNeverAheadOfThisClock(String topic, long timestamp, long before, long expected) {
    assertThat(topic).isIn(Topics.RSVPS, Topics.SCHEDULES);
    ConsumerRecord<Object, Object> read =
        new ConsumerRecord<>(
            topic,
            0,
            0,
            timestamp,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            "key",
            "value",
            new RecordHeaders(),
            Optional.empty());

    assertThat(times.extract(read, before)).isEqualTo(expected);
  }
}
