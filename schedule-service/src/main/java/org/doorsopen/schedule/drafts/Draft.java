package org.doorsopen.schedule.drafts;

import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.Changes;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.PublishedVersion;
import org.jspecify.annotations.Nullable;

/**
 * A meetup as last saved.
 *
 * @param number grows with each new meetup
 * @param edit grows with each saved edit
 * @param latest the latest published version; null before the first
 */
public record Draft(
    UUID meetupId, long number, int edit, Meetup meetup, @Nullable PublishedVersion latest) {

  public MeetupStatus status() {
    return latest == null ? MeetupStatus.DRAFT : latest.status();
  }

  boolean hasUnpublishedChanges() {
    return latest == null
        || (latest.status() == MeetupStatus.PUBLISHED
            && !Changes.between(latest.meetup(), meetup.withDefaults(latest.firstPublishedAt()))
                .isEmpty());
  }

  EntityTag tag() {
    return new EntityTag(edit, latest == null ? 0 : latest.number());
  }
}
