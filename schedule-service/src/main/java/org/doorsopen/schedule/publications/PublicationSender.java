package org.doorsopen.schedule.publications;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.doorsopen.schedule.jobs.EventSender;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends published versions in order, each only when Kafka has acknowledged the one before. */
@Component
class PublicationSender {

  private static final Logger log = LoggerFactory.getLogger(PublicationSender.class);

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Publications publications;
  private final EventSender events;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  PublicationSender(
      Publications publications,
      EventSender events,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.publications = publications;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns when Kafka has all of the meetup's versions; throws when it does not answer. */
  void sendUnsent(UUID meetupId) {
    boolean sent;
    do {
      sent = Boolean.TRUE.equals(transactions.execute(_ -> sendNext(meetupId)));
    } while (sent);
  }

  /**
   * Sends the last version that was sent once more, as it was: readers know it, and what a record
   * that cannot be read would take the place of stays in the topic.
   *
   * @param key of a record in the topic, which may be no meetup's
   */
  void sendLatestAgain(@Nullable String key) {
    if (key != null && key.matches(UUID_PATTERN)) {
      publications.of(UUID.fromString(key)).stream()
          .filter(publication -> publication.sentAt() != null)
          .reduce((_, later) -> later)
          .ifPresent(this::send);
    }
  }

  private boolean sendNext(UUID meetupId) {
    Optional<Publication> next = publications.lockNextUnsent(meetupId);
    next.ifPresent(publication -> {
      send(publication);
      publications.markSent(publication, clock.instant());
    });
    return next.isPresent();
  }

  /** The room first: a reader of the version can rely on its being there. */
  private void send(Publication publication) {
    ScheduleEvents.roomOf(publication).ifPresent(room -> send(room, publication));
    send(ScheduleEvents.recordOf(publication), publication);
    log.info("Sent version {} of {}", publication.version(), publication.meetupId());
  }

  private void send(ProducerRecord<String, Object> event, Publication publication) {
    events.send(event, e -> new NotSent(publication, e));
  }

  /** Thrown when Kafka has not acknowledged a version; the job tries again. */
  static final class NotSent extends RuntimeException {
    NotSent(Publication publication, Throwable cause) {
      super(
          "Version %d of %s is not sent yet: %s"
              .formatted(
                  publication.version(),
                  publication.meetupId(),
                  cause instanceof InvalidTimestampException
                      ? "Kafka refuses the times of this machine's clock, which is ahead of its own"
                      : cause.toString()),
          cause);
    }
  }
}
