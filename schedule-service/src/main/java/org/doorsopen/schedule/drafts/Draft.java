package org.doorsopen.schedule.drafts;

import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
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

  /**
   * What an item without id may be: one of the draft, else one that everybody was told of, because
   * it may have been taken out and come back.
   */
  List<List<AgendaItem>> agendas() {
    return latest == null
        ? List.of(meetup.agenda())
        : List.of(meetup.agenda(), latest.meetup().agenda());
  }

  EntityTag tag() {
    return new EntityTag(edit, latest == null ? 0 : latest.number());
  }
}
