package org.doorsopen.schedule.publications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.doorsopen.changes.domain.Reading;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.IfMatch;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.MeetupRules;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.versions.Change;
import org.doorsopen.schedule.meetups.domain.versions.Changes;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * Makes the next version of a meetup: the row and the job that sends it, in one transaction. Kafka
 * has no part in it.
 */
@Service
public class Publishing {

  private static final Logger log = LoggerFactory.getLogger(Publishing.class);

  private final Drafts drafts;
  private final Publications publications;
  private final Sending sending;
  private final InstantSource clock;

  Publishing(Drafts drafts, Publications publications, Sending sending, InstantSource clock) {
    this.drafts = drafts;
    this.publications = publications;
    this.sending = sending;
    this.clock = clock;
  }

  /**
   * Refuses, with 409, a meetup that has not changed, that is cancelled, or to which people would
   * be invited although RSVPs are closed; and one that would be news of a start in the past, which
   * may be a slip of the pen, unless that is confirmed.
   */
  @Transactional
  public Publication publish(
      UUID meetupId, IfMatch ifMatch, boolean confirmPast, Announcement announcement) {
    Draft draft = uncancelled(meetupId, ifMatch);
    PublishedVersion latest = draft.latest();
    if (latest == null) {
      Instant now = now();
      Meetup meetup = draft.meetup().withDefaults(now);
      refuseIfClosed(draft.meetup(), now);
      askIfPast(draft.meetup(), null, confirmPast, now);
      return add(draft, 1, MeetupStatus.PUBLISHED, meetup, List.of(), now, announcement);
    }
    Meetup meetup =
        draft.meetup().withDefaults(latest.firstPublishedAt()).keepingTimesOf(latest.meetup());
    List<Change> changes = Changes.between(latest.meetup(), meetup);
    if (changes.isEmpty()) {
      throw conflict("Nothing has changed since version %d.".formatted(latest.number()));
    }
    askIfPast(meetup, latest.meetup(), confirmPast, now());
    return next(draft, latest, MeetupStatus.PUBLISHED, meetup, changes, announcement);
  }

  /**
   * Publishes the meetup once more as it was last published, but as cancelled; later edits are left
   * out. A meetup that is over has taken place.
   */
  @Transactional
  public Publication cancel(UUID meetupId, IfMatch ifMatch, Announcement announcement) {
    Draft draft = uncancelled(meetupId, ifMatch);
    PublishedVersion latest = draft.latest();
    if (latest == null) {
      throw conflict("The meetup was never published, so there is nothing to cancel.");
    }
    if (!latest.meetup().times().endsAt().isAfter(now())) {
      throw conflict(
          "The meetup has been over since %s, so there is nothing left to cancel."
              .formatted(latest.meetup().times().endsAt()));
    }
    List<Change> changes = Changes.ofCancellation();
    return next(draft, latest, MeetupStatus.CANCELLED, latest.meetup(), changes, announcement);
  }

  private Draft uncancelled(UUID meetupId, IfMatch ifMatch) {
    Draft draft = drafts.lock(meetupId).orElseThrow(MeetupNotFound::new);
    if (draft.status() == MeetupStatus.CANCELLED) {
      throw conflict("The meetup is cancelled and stays so; make a new one instead.");
    }
    ifMatch.check(draft);
    return draft;
  }

  // RSVPs to an evening that is over are closed as well, but "over" tells the organizer more.
  private static void refuseIfClosed(Meetup meetup, Instant now) {
    if (!meetup.times().endsAt().isAfter(now)) {
      throw conflict("The meetup has been over since %s.".formatted(meetup.times().endsAt()));
    }
    MeetupRules.faultOfInviting(meetup, now)
        .ifPresent(fault -> {
          throw conflict(
              "Published now, nobody could RSVP: %s %s.".formatted(fault.field(), fault.message()));
        });
  }

  /** A correction of what began before, and was announced so, is no slip. */
  private static void askIfPast(
      Meetup meetup, @Nullable Meetup told, boolean confirmed, Instant now) {
    Times times = meetup.times();
    boolean isToldAlready = told != null && Reading.same(told.times().startsAt(), times.startsAt());
    if (!confirmed && !isToldAlready && !times.startsAt().isAfter(now)) {
      ResponseStatusException asked =
          conflict(
              ("Published so, the meetup would begin in the past, at %s in %s. "
                      + "If that is meant, publish it with \"confirmPast\": true.")
                  .formatted(
                      times.startsAt().atZone(times.timeZone()).toLocalDateTime(),
                      times.timeZone()));
      asked.getBody().setProperty("confirm", "confirmPast");
      throw asked;
    }
  }

  private Publication next(
      Draft draft,
      PublishedVersion latest,
      MeetupStatus status,
      Meetup meetup,
      List<Change> changes,
      Announcement announcement) {
    Instant earliest = latest.publishedAt().plusMillis(1);
    Instant now = now();
    Instant publishedAt = now.isBefore(earliest) ? earliest : now;
    return add(draft, latest.number() + 1, status, meetup, changes, publishedAt, announcement);
  }

  private Publication add(
      Draft draft,
      int version,
      MeetupStatus status,
      Meetup meetup,
      List<Change> changes,
      Instant publishedAt,
      Announcement announcement) {
    Publication publication =
        new Publication(
            draft.meetupId(),
            version,
            status,
            meetup,
            changes,
            announcement.note(),
            announcement.audience(),
            publishedAt,
            announcement.organizer(),
            announcement.traceparent(),
            null);
    publications.add(publication);
    log.info(
        "{} has published version {} of {}", announcement.organizer(), version, draft.meetupId());
    sending.schedule(publication);
    return publication;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ResponseStatusException conflict(String detail) {
    return new ResponseStatusException(HttpStatus.CONFLICT, detail);
  }

  /** An organizer's words about a version, whom to tell, and whose words they are. */
  public record Announcement(
      @Nullable String note, Notify audience, String organizer, Traceparent traceparent) {

    /** The number of characters that a note may have. */
    public static final int MAX_NOTE = 2_000;
  }
}
