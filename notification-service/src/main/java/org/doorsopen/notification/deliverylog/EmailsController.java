package org.doorsopen.notification.deliverylog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailLog;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.mails.MailQueue.Repeated;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.mime.MimeMails;
import org.doorsopen.web.organizers.Organizers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The delivery log, for organizers: the outcome of each mail, and another try for one that was
 * given up. The text of a mail is not kept anywhere.
 */
@RestController
@Tag(name = "Organizers")
class EmailsController {

  private static final Logger lines = LoggerFactory.getLogger(EmailsController.class);

  private static final Supplier<ResponseStatusException> NO_SUCH_MAIL =
      () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such mail");

  private final MailLog log;
  private final MailQueue queue;
  private final MimeMails mimeMails;

  EmailsController(MailLog log, MailQueue queue, MimeMails mimeMails) {
    this.log = log;
    this.queue = queue;
    this.mimeMails = mimeMails;
  }

  /**
   * @param next asks for the page after this one; absent on the last page
   */
  record Page(List<Email> emails, @Nullable String next) {}

  record Email(
      UUID id,
      MailKind kind,
      String rsvpId,
      String meetupId,
      MailStatus status,
      int attempts,
      int unanswered,
      String messageId,
      Instant queuedAt,
      @Nullable Instant sentAt,
      @Nullable String lastError,
      @Nullable Instant retriedAt,
      @Nullable String retriedBy,
      @Nullable Instant heldBackAt,
      Cause cause) {}

  @GetMapping("/api/emails")
  @Operation(summary = "The delivery log, newest first")
  Page emails(
      @RequestParam(required = false) @Nullable String meetupId,
      @RequestParam(required = false) @Nullable String rsvpId,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String heldBack,
      @RequestParam(required = false) @Nullable String next,
      @RequestParam(required = false) @Nullable String limit) {
    EmailsQuery query = EmailsQuery.parse(meetupId, rsvpId, status, kind, heldBack, next, limit);
    List<Mail> mails = log.find(query.filter(), query.before(), query.limit() + 1);
    boolean more = mails.size() > query.limit();
    List<Mail> page = more ? mails.subList(0, query.limit()) : mails;
    String after = more ? Long.toString(page.getLast().number()) : null;
    return new Page(page.stream().map(this::email).toList(), after);
  }

  /**
   * Queues a mail again that was refused or came too late, and queues another like it if it was
   * sent. Whether it is still of use is decided when its turn comes.
   */
  @PostMapping("/api/emails/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Has a mail tried again that was given up, or sends a sent one once more")
  Email retry(@PathVariable String id, Principal organizer) {
    Mail mail = uuid(id).flatMap(log::find).orElseThrow(NO_SUCH_MAIL);
    String name = Organizers.recordedName(organizer);
    UUID queued = mail.status() == MailStatus.SENT ? repeat(mail, name) : retry(mail, name);
    lines.info("{} has mail {} tried again", name, mail.id());
    return log.find(queued).map(this::email).orElseThrow(NO_SUCH_MAIL);
  }

  private UUID retry(Mail mail, String organizer) {
    if (!queue.retry(mail.id(), organizer)) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "A mail that is on its way cannot be tried again");
    }
    return mail.id();
  }

  /** A change is told once: a recipient who was told has nothing left to hear. */
  private UUID repeat(Mail mail, String organizer) {
    if (mail.kind() == MailKind.SCHEDULE_CHANGED) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "A mail about changes is not repeated; the confirmation says how things stand");
    }
    return switch (queue.repeat(mail, organizer)) {
      case Repeated.Queued(UUID id) -> id;
      case Repeated.NotYet(Instant until) ->
          throw new ResponseStatusException(
              HttpStatus.CONFLICT, "It was sent again within the hour; it can be from " + until);
      case Repeated.NotSent _ ->
          throw new ResponseStatusException(HttpStatus.CONFLICT, "It is not sent yet");
    };
  }

  /**
   * @param queued how many mails are tried again
   */
  record Retries(int queued) {}

  /**
   * Queues mails again that were given up: all that the filters of the list name, which are FAILED
   * unless MISSED are asked for.
   */
  @PostMapping("/api/emails/retries")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Has all mails tried again that were given up and that the filters name")
  Retries retryAll(
      @RequestParam(required = false) @Nullable String meetupId,
      @RequestParam(required = false) @Nullable String rsvpId,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String kind,
      Principal organizer) {
    EmailsQuery query = EmailsQuery.parse(meetupId, rsvpId, status, kind, null, null, null);
    MailStatus givenUp = query.givenUp();
    String name = Organizers.recordedName(organizer);
    int queued = queue.retry(query.filter(), givenUp, name);
    lines.info("{} has {} mails tried again that are {}", name, queued, givenUp);
    return new Retries(queued);
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Email email(Mail mail) {
    Mail.Retry retry = mail.times().lastRetry();
    return new Email(
        mail.id(),
        mail.kind(),
        mail.rsvpId(),
        mail.meetupId(),
        mail.status(),
        mail.tries().attempts(),
        mail.tries().unanswered(),
        mimeMails.messageId(mail.id().toString()),
        mail.times().queuedAt(),
        mail.times().sentAt(),
        mail.tries().lastError(),
        retry == null ? null : retry.at(),
        retry == null ? null : retry.by(),
        mail.times().heldAt(),
        mail.cause());
  }
}
