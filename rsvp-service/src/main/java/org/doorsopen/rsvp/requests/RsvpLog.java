package org.doorsopen.rsvp.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.CancellationExplained;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DataExportRequested;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.doorsopen.schemas.events.ErasureLinkRequested;
import org.doorsopen.schemas.events.ErasureRequested;
import org.doorsopen.schemas.events.LinkRequested;
import org.doorsopen.schemas.events.PartyChangeRequested;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.doorsopen.schemas.waiting.KafkaAnswers;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.doorsopen.web.problems.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes requests to Kafka and returns when it has acknowledged them. If it does not, all methods
 * throw {@link Unavailable} within {@link #LIMIT}; records that were sent may still arrive then.
 */
@Component
public class RsvpLog {

  private static final Logger log = LoggerFactory.getLogger(RsvpLog.class);

  static final Duration LIMIT = Duration.ofMillis(4_500);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final String SOURCE = "/rsvp-service/api";

  private final KafkaTemplate<String, Object> kafka;
  private final Duration longestBlock;

  RsvpLog(KafkaTemplate<String, Object> kafka) {
    this.kafka = kafka;
    Object maxBlock =
        kafka
            .getProducerFactory()
            .getConfigurationProperties()
            .get(ProducerConfig.MAX_BLOCK_MS_CONFIG);
    this.longestBlock = Duration.ofMillis(Long.parseLong(String.valueOf(maxBlock)));
  }

  /** Writes the contact first, so that it is there when the request is read. */
  void request(ContactProvided contact, RsvpRequested request, Traceparent trace) {
    String unknown =
        "Kafka does not answer, so the outcome is unknown. Send the same request again with the"
            + " same Idempotency-Key: it will count once.";
    Batch batch = new Batch(unknown);
    batch.send(
        record(Topics.CONTACTS, contact.getRsvpId(), contact, contact.getProvidedAt(), trace));
    batch.await();
    batch.send(
        record(Topics.RSVPS, request.getMeetupId(), request, request.getRequestedAt(), trace));
    batch.await();
  }

  /** Writes the contact once more, as it is from now on. */
  void correct(ContactProvided contact, Instant correctedAt, Traceparent trace) {
    Batch batch = new Batch();
    batch.send(record(Topics.CONTACTS, contact.getRsvpId(), contact, correctedAt, trace));
    batch.await();
  }

  /** Writes the contact of a person who is added first, as for a request. */
  void add(ContactProvided contact, SeatGrantRequested grant, Traceparent trace) {
    Batch batch = new Batch();
    batch.send(
        record(Topics.CONTACTS, contact.getRsvpId(), contact, contact.getProvidedAt(), trace));
    batch.await();
    batch.send(record(Topics.RSVPS, grant.getMeetupId(), grant, grant.getRequestedAt(), trace));
    batch.await();
  }

  void grant(SeatGrantRequested grant, Traceparent trace) {
    Batch batch = new Batch();
    batch.send(record(Topics.RSVPS, grant.getMeetupId(), grant, grant.getRequestedAt(), trace));
    batch.await();
  }

  /** Writes the cancellations in the order given. */
  public void cancel(List<RsvpCancelled> cancellations, Traceparent trace) {
    Batch batch = new Batch();
    batch.cancel(cancellations, trace);
    batch.await();
  }

  /** Writes what is to be erased, before anything of it is. */
  void order(List<ErasureRequested> orders, Traceparent trace) {
    Batch batch = new Batch();
    for (ErasureRequested event : orders) {
      batch.send(record(Topics.ERASURES, event.getRsvpId(), event, event.getRequestedAt(), trace));
    }
    batch.await();
  }

  /** Writes every cancellation, and then the erasures of the contacts. */
  void erase(List<RsvpCancelled> cancellations, List<String> rsvpIds, Traceparent trace) {
    Batch batch = new Batch();
    batch.cancel(cancellations, trace);
    batch.await();
    batch.erase(rsvpIds);
    batch.await();
  }

  /** Writes this service's receipts. */
  public void completed(List<ErasureCompleted> receipts) {
    Batch batch = new Batch();
    for (ErasureCompleted event : receipts) {
      batch.send(
          record(
              Topics.ERASURES,
              event.getRsvpId(),
              event,
              event.getCompletedAt(),
              Traceparent.fresh()));
    }
    batch.await();
  }

  void confirm(AddressConfirmed confirmation, Traceparent trace) {
    Batch batch = new Batch();
    batch.send(
        record(
            Topics.RSVPS,
            confirmation.getMeetupId(),
            confirmation,
            confirmation.getConfirmedAt(),
            trace));
    batch.await();
  }

  void change(PartyChangeRequested change, Traceparent trace) {
    Batch batch = new Batch();
    batch.send(record(Topics.RSVPS, change.getMeetupId(), change, change.getRequestedAt(), trace));
    batch.await();
  }

  void requestMail(ErasureLinkRequested request, Traceparent trace) {
    requestMail(request.getRsvpId(), request, request.getRequestedAt(), trace);
  }

  void requestMail(DataExportRequested request, Traceparent trace) {
    requestMail(request.getRsvpId(), request, request.getRequestedAt(), trace);
  }

  void requestMail(CancellationExplained words, Traceparent trace) {
    requestMail(words.getRsvpId(), words, words.getExplainedAt(), trace);
  }

  private void requestMail(String rsvpId, SpecificRecord request, Instant at, Traceparent trace) {
    Batch batch = new Batch();
    batch.send(record(Topics.MAIL_REQUESTS, rsvpId, request, at, trace));
    batch.await();
  }

  void requestMails(List<LinkRequested> requests, Traceparent trace) {
    Batch batch = new Batch();
    for (LinkRequested event : requests) {
      batch.send(
          record(Topics.MAIL_REQUESTS, event.getRsvpId(), event, event.getRequestedAt(), trace));
    }
    batch.await();
  }

  /** Erases contacts that nobody needs any more, without cancelling anything. */
  public void erase(List<String> rsvpIds) {
    Batch batch = new Batch();
    batch.erase(rsvpIds);
    batch.await();
  }

  private static ProducerRecord<String, Object> record(
      String topic, String key, SpecificRecord event, Instant time, Traceparent trace) {
    return EventRecords.of(topic, key, event, EventHeaders.of(SOURCE, time, trace.child()));
  }

  /** Records that are sent within one time limit. */
  private final class Batch {

    private final TimeLimit time = TimeLimit.in(LIMIT);
    private final String otherwise;
    private final List<Future<?>> pending = new ArrayList<>();

    Batch() {
      this("Kafka does not answer, so the outcome is unknown. Send the same request again.");
    }

    Batch(String otherwise) {
      this.otherwise = otherwise;
    }

    void cancel(List<RsvpCancelled> cancellations, Traceparent trace) {
      for (RsvpCancelled event : cancellations) {
        send(record(Topics.RSVPS, event.getMeetupId(), event, event.getCancelledAt(), trace));
      }
    }

    void erase(List<String> rsvpIds) {
      rsvpIds.forEach(rsvpId -> send(EventRecords.tombstone(Topics.CONTACTS, rsvpId)));
    }

    /** Sends only while there is time for as long as Kafka's client may block. */
    void send(ProducerRecord<String, Object> next) {
      if (time.left().compareTo(longestBlock) < 0) {
        throw new Unavailable(otherwise, RETRY_AFTER);
      }
      try {
        pending.add(kafka.send(next));
      } catch (KafkaException | org.springframework.kafka.KafkaException e) {
        throw new Unavailable(otherwise, RETRY_AFTER, e);
      }
    }

    /** A clock is not mended by trying again, so it is named. */
    private String detail(Throwable failure) {
      if (failure instanceof InvalidTimestampException) {
        log.error("Kafka refuses the times of this machine's clock, which is ahead of its own");
        return "Nothing was written: the clocks of this service and of Kafka differ by more than an"
            + " hour.";
      }
      return otherwise;
    }

    void await() {
      for (Future<?> acknowledgement : pending) {
        KafkaAnswers.await(
            acknowledgement, time.left(), e -> new Unavailable(detail(e), RETRY_AFTER, e));
      }
      pending.clear();
    }
  }
}
