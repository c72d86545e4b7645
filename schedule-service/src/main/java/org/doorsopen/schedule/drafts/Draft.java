package org.doorsopen.schedule.drafts;

import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.Changes;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
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

  /** Whether the next publication would tell something. */
  public boolean hasUnpublishedChanges() {
    return latest == null
        || (latest.status() == MeetupStatus.PUBLISHED
            && !Changes.between(latest.meetup(), meetup.withDefaults(latest.firstPublishedAt()))
                .isEmpty());
  }

  /**
   * The agendas in which an item without id may be found again: the draft's, then the published
   * one, because an item may have been taken out and come back.
   */
  List<List<AgendaItem>> agendas() {
    return latest == null
        ? List.of(meetup.agenda())
        : List.of(meetup.agenda(), latest.meetup().agenda());
  }

  public EntityTag tag() {
    return new EntityTag(edit, latest == null ? 0 : latest.number());
  }
}
