package org.doorsopen.schedule.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.schedule.messages.Message.State;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.database.AfterCommit;
import org.doorsopen.web.problems.InvalidFields;
import org.doorsopen.web.problems.TooManyRequests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes messages in: the row and the job that sends it when its time has come, in one transaction.
 * Kafka has no part in it.
 */
@Service
class Messaging {

  /** Of a meetup, and within a day: people unsubscribe by giving their seats up. */
  static final int MAX_A_DAY = 5;

  /** Thanks, and where the slides are. */
  static final Duration AFTERWARDS = Duration.ofDays(7);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Logger log = LoggerFactory.getLogger(Messaging.class);

  private final Drafts drafts;
  private final Messages messages;
  private final Scheduler scheduler;
  private final InstantSource clock;

  Messaging(Drafts drafts, Messages messages, Scheduler scheduler, InstantSource clock) {
    this.drafts = drafts;
    this.messages = messages;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** The organizer who writes, or withdraws, and the request by which that happens. */
  record Author(String name, Traceparent traceparent) {}

  /**
   * Takes a message in, or finds the one that was written by the same wish before. Refuses, with
   * 409, one to nobody (the meetup was never published), one that a cancellation contradicts, and
   * one long after the evening; with 429 too many within a day; with 422 another message under the
   * same key.
   *
   * @param key chosen by the client for one wish alone; null makes each request one of its own
   * @throws InvalidFields if the time has passed
   */
  @Transactional
  Message write(UUID meetupId, MessageRequest request, @Nullable String key, Author author) {
    Draft draft = drafts.lock(meetupId).orElseThrow(MeetupNotFound::new);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant sendAt = request.sendAt() == null ? now : request.sendAt();
    Message message =
        new Message(
            id(meetupId, author.name(), key),
            meetupId,
            request.addressees(),
            request.rsvpIds(),
            request.texts(),
            author.name(),
            now,
            sendAt,
            author.traceparent(),
            State.WAITING,
            null,
            null);
    Message before = messages.find(message.messageId()).orElse(null);
    if (before != null) {
      return theSame(before, message);
    }
    check(draft, sendAt);
    if (sendAt.isBefore(now)) {
      throw InvalidFields.of("sendAt", "must not be in the past; leave it out to send at once");
    }
    refuseTooMany(meetupId, sendAt, now);
    messages.add(message);
    scheduler.schedule(MessageJobs.job(message.messageId()), sendAt);
    AfterCommit.run(scheduler::triggerCheckForDueExecutions);
    log.info("{} has written message {} of {}", author.name(), message.messageId(), meetupId);
    return message;
  }

  /**
   * Takes a message back that waits for its time; it stays in the history. Refuses, with 409, one
   * that was sent or dropped; one that was withdrawn stays as it is.
   */
  @Transactional
  Message withdraw(UUID meetupId, UUID messageId, String organizer) {
    Message message =
        messages
            .lock(messageId)
            .filter(found -> found.meetupId().equals(meetupId))
            .orElseThrow(MessageNotFound::new);
    return switch (message.state()) {
      case WITHDRAWN -> message;
      case SENT, DROPPED -> throw conflict("The message has been settled already.");
      case WAITING -> {
        messages.settle(messageId, State.WITHDRAWN, clock.instant(), organizer);
        yield messages.find(messageId).orElseThrow();
      }
    };
  }

  /**
   * Empty where a message can be written now; otherwise a word for the reason, as pages have it.
   */
  static @Nullable String obstacle(Draft draft, Instant sendAt) {
    PublishedVersion latest = draft.latest();
    if (latest == null) {
      return "draft";
    }
    if (latest.status() == MeetupStatus.CANCELLED) {
      return "cancelled";
    }
    return latest.meetup().times().endsAt().plus(AFTERWARDS).isAfter(sendAt) ? null : "over";
  }

  private static void check(Draft draft, Instant sendAt) {
    switch (obstacle(draft, sendAt)) {
      case null -> {}
      case "draft" -> throw conflict("The meetup was never published, so nobody comes yet.");
      case "cancelled" -> throw conflict("The meetup is cancelled; its cancellation has a note.");
      default ->
          throw conflict(
              "People are written to until %d days after the evening."
                  .formatted(AFTERWARDS.toDays()));
    }
  }

  private void refuseTooMany(UUID meetupId, Instant sendAt, Instant now) {
    List<Instant> near = messages.wantedBetween(meetupId, sendAt.minus(DAY), sendAt.plus(DAY));
    if (near.size() >= MAX_A_DAY) {
      throw new TooManyRequests(
          "A meetup has %d messages within a day at most.".formatted(MAX_A_DAY),
          Duration.between(now, near.getFirst().plus(DAY)));
    }
  }

  private static Message theSame(Message before, Message message) {
    if (!before.saysTheSameAs(message)) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "This Idempotency-Key was used for another message; take a new one.");
    }
    return before;
  }

  private static UUID id(UUID meetupId, String organizer, @Nullable String key) {
    return key == null
        ? UUID.randomUUID()
        : UUID.nameUUIDFromBytes((meetupId + "/" + organizer + "/" + key).getBytes(UTF_8));
  }

  private static ResponseStatusException conflict(String detail) {
    return new ResponseStatusException(HttpStatus.CONFLICT, detail);
  }
}
