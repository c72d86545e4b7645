package org.doorsopen.rsvp.seats.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * Seat allocation within the life of the service. Joining the group and opening the state takes as
 * long as half of all else that a start does, and needs none of it; so it begins beside that.
 */
final class SeatAllocationStreams implements SmartLifecycle, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SeatAllocationStreams.class);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

  /** Stops before what it needs, as Spring's own for Kafka Streams does. */
  private static final int PHASE = Integer.MAX_VALUE - 1000;

  /** Prometheus wants the same tags on all meters of a name, and Spring's clients have this one. */
  private static final Tags TAGS = Tags.of("spring.id", "seatAllocation");

  private final Supplier<KafkaStreams> maker;
  private final MeterRegistry meters;
  private final boolean wanted;
  private volatile @Nullable Running running;
  private boolean destroyed;

  private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics) {}

  /**
   * @param wanted whether it starts by itself
   */
  SeatAllocationStreams(Supplier<KafkaStreams> maker, MeterRegistry meters, boolean wanted) {
    this.maker = maker;
    this.meters = meters;
    this.wanted = wanted;
  }

  /** Returns at once. If it fails, {@link #start} will fail for the same reason in its time. */
  void startBeside() {
    if (wanted) {
      Thread.ofPlatform().name("seat-allocation-start").start(this::startOrSayWhyNot);
    }
  }

  private void startOrSayWhyNot() {
    try {
      start();
    } catch (RuntimeException e) {
      log.warn("Seat allocation did not start, and is tried once more: {}", e.getMessage());
    }
  }

  @Override
  public synchronized void start() {
    if (running != null || destroyed) {
      return;
    }
    KafkaStreams streams = maker.get();
    streams.start();
    KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, TAGS);
    metrics.bindTo(meters);
    running = new Running(streams, metrics);
  }

  /** In order, so that it is not missed for a session's time. */
  @Override
  public synchronized void stop() {
    Running it = running;
    if (it != null) {
      it.metrics().close();
      it.streams()
          .close(
              CloseOptions.timeout(STOPS_WITHIN)
                  .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
      running = null;
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public boolean isAutoStartup() {
    return wanted;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** Also where the service could not be started, which stops nothing. */
  @Override
  public synchronized void destroy() {
    destroyed = true;
    stop();
  }
}
