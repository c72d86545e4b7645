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
 * Starts and stops seat allocation with the service. It begins to start beside the other beans,
 * because joining the group and opening the state takes long and needs none of them
 * (docs/adr/0011).
 */
final class SeatAllocationStreams implements SmartLifecycle, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SeatAllocationStreams.class);
  private static final Duration MAX_STOPPING_TIME = Duration.ofSeconds(10);

  /** Stops before the beans that it needs, in the phase of Spring's own bean for Kafka Streams. */
  private static final int PHASE = Integer.MAX_VALUE - 1000;

  /** Prometheus wants the same tags on all meters of a name, and Spring's clients have this tag. */
  private static final Tags TAGS = Tags.of("spring.id", "seatAllocation");

  private final Supplier<KafkaStreams> maker;
  private final MeterRegistry meters;
  private final boolean wanted;
  private volatile @Nullable Running running;
  private boolean destroyed;

  private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics) {}

  /**
   * @param maker makes a new application, and throws if it must not start
   * @param wanted whether it starts with the service
   */
  SeatAllocationStreams(Supplier<KafkaStreams> maker, MeterRegistry meters, boolean wanted) {
    this.maker = maker;
    this.meters = meters;
    this.wanted = wanted;
  }

  /** Returns at once. If this start fails, {@link #start} fails later for the same reason. */
  void startBeside() {
    if (wanted) {
      Thread.ofPlatform().name("seat-allocation-start").start(this::startOrLog);
    }
  }

  private void startOrLog() {
    try {
      start();
    } catch (RuntimeException e) {
      log.warn("Seat allocation did not start, and will try once more: {}", e.getMessage());
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

  /** Leaves the group, which would otherwise wait for this instance as long as a session lasts. */
  @Override
  public synchronized void stop() {
    Running stopped = running;
    if (stopped != null) {
      stopped.metrics().close();
      stopped
          .streams()
          .close(
              CloseOptions.timeout(MAX_STOPPING_TIME)
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

  /** Needed where another bean fails to start: Spring then destroys beans without stopping them. */
  @Override
  public synchronized void destroy() {
    destroyed = true;
    stop();
  }
}
