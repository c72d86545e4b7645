package org.doorsopen.schedule.publications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.Change;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * One version of a meetup, as it is told to everybody.
 *
 * @param meetup with all windows
 * @param publishedBy the organizer's name; null where it was not recorded
 * @param traceparent of the request that published it
 * @param sentAt when Kafka had acknowledged it; null until then
 */
public record Publication(
    UUID meetupId,
    int version,
    MeetupStatus status,
    Meetup meetup,
    List<Change> changes,
    @Nullable String note,
    Notify audience,
    Instant publishedAt,
    @Nullable String publishedBy,
    Traceparent traceparent,
    @Nullable Instant sentAt) {}
