package org.doorsopen.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.doorsopen.schemas.events.RsvpRequested;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

  private static final Instant TIME = Instant.parse("2026-03-01T17:00:00.123Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void givesARecordTheAttributesOfCloudEventsAndLeavesItsTimestampToTheBroker() {
    RsvpRequested event = new RsvpRequested("r1", "m1", "a1", 0, TIME);
    EventHeaders headers = new EventHeaders("id-1", "/rsvp", TIME, new Traceparent(TRACE));

    ProducerRecord<String, Object> rsvp = EventRecords.of(Topics.RSVPS, "m1", event, headers);

    assertThat(rsvp.timestamp()).isNull();
    assertThat(rsvp.headers())
        .extracting(h -> h.key() + "=" + new String(h.value(), UTF_8))
        .containsExactly(
            "ce_specversion=1.0",
            "ce_id=id-1",
            "ce_type=org.doorsopen.schemas.events.RsvpRequested",
            "ce_source=/rsvp",
            "ce_time=2026-03-01T17:00:00.123Z",
            "traceparent=" + TRACE);
    assertThat(EventHeaders.readFrom(rsvp.headers())).contains(headers);
  }

  @Test
  void readsNothingFromARecordThatWeDidNotWrite() {
    RecordHeaders headers = new RecordHeaders();
    assertThat(EventHeaders.readFrom(headers)).isEmpty();

    EventHeaders.of("/rsvp", TIME, Traceparent.fresh()).writeTo(headers, "type");
    headers.remove("ce_time").add("ce_time", "yesterday".getBytes(UTF_8));
    assertThat(EventHeaders.readFrom(headers)).isEmpty();
  }

  @Test
  void goesOnWithAWellFormedTraceAndStartsAFreshOneOtherwise() {
    assertThat(Traceparent.parse(TRACE).value()).isEqualTo(TRACE);
    assertThat(Traceparent.parse(TRACE).child().value())
        .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
        .endsWith("-01")
        .isNotEqualTo(TRACE);
    assertThat(Traceparent.parse("00-" + "0".repeat(32) + "-b7ad6b7169203331-01").value())
        .doesNotContain("0".repeat(32));
    assertThat(Traceparent.parse(null).value()).hasSize(55);
  }
}
