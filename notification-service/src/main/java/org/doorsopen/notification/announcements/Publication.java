package org.doorsopen.notification.announcements;

import java.time.Instant;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.inbox.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A version of a meetup as it was published.
 *
 * @param cancelled whether the meetup does not take place; no version after it says otherwise
 * @param note the organizer's words to those who are told
 * @param tellEveryone whether also those are told whom the changes do not concern
 */
public record Publication(
    String meetupId,
    int version,
    boolean cancelled,
    Meetup meetup,
    @Nullable String note,
    boolean tellEveryone,
    Instant publishedAt,
    Cause cause) {}
