package org.doorsopen.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the queue or the log.
 *
 * @param number rises in the order of queueing
 * @param lastError the server's words about the last failure, without addresses
 */
public record Mail(
    UUID id,
    long number,
    String rsvpId,
    String meetupId,
    MailKind kind,
    int scheduleVersion,
    MailFacts facts,
    MailStatus status,
    int attempts,
    Instant occurredAt,
    Instant queuedAt,
    @Nullable Instant sentAt,
    @Nullable String lastError) {}
