package org.doorsopen.schedule.meetups.domain.versions;

import java.time.Instant;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.jspecify.annotations.Nullable;

/**
 * A version that everybody was told of.
 *
 * @param number 1, 2, 3 …
 * @param meetup as published, with all windows
 * @param firstPublishedAt when version 1 was published: the default of rsvpOpensAt from then on
 * @param publishedBy the organizer's name; null where it was not recorded
 */
public record PublishedVersion(
    int number,
    MeetupStatus status,
    Meetup meetup,
    Instant publishedAt,
    Instant firstPublishedAt,
    @Nullable String publishedBy) {}
