package org.doorsopen.schedule.drafts;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.AgendaIds;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Fault;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.MeetupRules;
import org.doorsopen.schedule.meetups.domain.versions.Changes;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Saves new meetups and edits of them; nobody is told. */
@Service
public class Editing {

  private final Drafts drafts;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Editing(Drafts drafts, InstantSource clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * Creates a meetup, or finds the one that was created by the same wish before; refuses, with 422,
   * another meetup for the same key. Throws {@link InvalidFields} if the times of the meetup do not
   * fit together.
   */
  @Transactional
  public Draft create(Meetup meetup, @Nullable Creation creation) {
    UUID meetupId = UUID.randomUUID();
    Meetup checked = checked(meetup, List.of(), null);
    if (drafts.add(meetupId, checked, creation, clock.instant()) || creation == null) {
      return drafts.find(meetupId).orElseThrow();
    }
    return drafts
        .find(creation)
        .orElseThrow(() ->
            new ResponseStatusException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "This Idempotency-Key was used for another meetup; take a new one."));
  }

  /**
   * Saves an edit; one that reads as before is neither kept nor counted, so the ETag stays. Throws
   * {@link InvalidFields} if the times of the meetup do not fit together.
   */
  @Transactional
  public Draft edit(UUID meetupId, IfMatch ifMatch, Meetup meetup) {
    Draft draft = drafts.lock(meetupId).orElseThrow(MeetupNotFound::new);
    if (draft.status() == MeetupStatus.CANCELLED) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "The meetup is cancelled and stays so; make a new one instead.");
    }
    ifMatch.check(draft);
    PublishedVersion latest = draft.latest();
    Meetup edited =
        checked(meetup, draft.agendas(), latest == null ? null : latest.firstPublishedAt());
    if (!Changes.between(draft.meetup(), edited).isEmpty()) {
      drafts.edit(meetupId, edited, clock.instant());
    }
    return drafts.find(meetupId).orElseThrow();
  }

  private Meetup checked(
      Meetup meetup, List<List<AgendaItem>> earlier, @Nullable Instant firstPublishedAt) {
    List<Fault> faults = MeetupRules.faults(meetup, firstPublishedAt);
    if (!faults.isEmpty()) {
      throw new InvalidFields(
          faults.stream().map(fault -> new FieldError(fault.field(), fault.message())).toList());
    }
    return meetup.withAgenda(AgendaIds.assign(meetup.agenda(), earlier, this::shortId));
  }

  private String shortId() {
    return new BigInteger(40, random).setBit(40).toString(32);
  }
}
