package org.doorsopen.schedule.drafts;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.AgendaIds;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.MeetupStatus;
import org.doorsopen.web.JsonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** New meetups and edits of them. */
@Service
class Editing {

  private final Drafts drafts;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Editing(Drafts drafts, InstantSource clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  @Transactional
  Draft create(JsonFields body) {
    UUID meetupId = UUID.randomUUID();
    drafts.add(meetupId, read(body, List.of(), null), clock.instant());
    return drafts.find(meetupId).orElseThrow();
  }

  /** An edit that changes nothing is not counted: the ETag stays. */
  @Transactional
  Draft edit(UUID meetupId, IfMatch ifMatch, JsonFields body) {
    Draft draft = drafts.lock(meetupId).orElseThrow(() -> MeetupNotFound.of(meetupId));
    if (draft.status() == MeetupStatus.CANCELLED) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "The meetup is cancelled and stays so; make a new one instead.");
    }
    ifMatch.check(draft);
    var latest = draft.latest();
    Meetup edited = read(body, draft.agendas(), latest == null ? null : latest.firstPublishedAt());
    if (!edited.equals(draft.meetup())) {
      drafts.edit(meetupId, edited, clock.instant());
    }
    return drafts.find(meetupId).orElseThrow();
  }

  private Meetup read(
      JsonFields body, List<List<AgendaItem>> earlier, @Nullable Instant firstPublishedAt) {
    Meetup meetup = MeetupFields.read(body, firstPublishedAt);
    return meetup.withAgenda(AgendaIds.assign(meetup.agenda(), earlier, this::shortId));
  }

  private String shortId() {
    return new BigInteger(40, random).setBit(40).toString(32);
  }
}
