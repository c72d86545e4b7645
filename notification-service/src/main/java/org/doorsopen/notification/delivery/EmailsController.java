package org.doorsopen.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EmailsController {

  private final DeliveryLog log;
  private final MimeMails mimeMails;

  EmailsController(DeliveryLog log, MimeMails mimeMails) {
    this.log = log;
    this.mimeMails = mimeMails;
  }

  /**
   * @param next what the page before gave; absent on the last page
   */
  record Page(List<Email> emails, @Nullable String next) {}

  record Email(
      UUID id,
      MailKind kind,
      String rsvpId,
      String meetupId,
      MailStatus status,
      int attempts,
      String messageId,
      Instant queuedAt,
      @Nullable Instant sentAt,
      @Nullable String lastError) {}

  /** The delivery log, newest first. */
  @GetMapping("/api/emails")
  Page emails(
      @RequestParam(required = false) @Nullable String meetupId,
      @RequestParam(required = false) @Nullable String rsvpId,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String next,
      @RequestParam(required = false) @Nullable String limit) {
    EmailsQuery query = EmailsQuery.parse(meetupId, rsvpId, status, next, limit);
    List<Mail> mails = log.find(query);
    boolean more = mails.size() > query.limit();
    List<Mail> page = more ? mails.subList(0, query.limit()) : mails;
    String after = more ? Long.toString(page.getLast().number()) : null;
    return new Page(page.stream().map(this::email).toList(), after);
  }

  private Email email(Mail mail) {
    return new Email(
        mail.id(),
        mail.kind(),
        mail.rsvpId(),
        mail.meetupId(),
        mail.status(),
        mail.attempts(),
        mimeMails.messageId(mail.id().toString()),
        mail.queuedAt(),
        mail.sentAt(),
        mail.lastError());
  }
}
