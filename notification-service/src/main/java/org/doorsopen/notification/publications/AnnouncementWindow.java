package org.doorsopen.notification.publications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorsopen.notification.jobs.MeetupJobs;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.publications.Holds.Hold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The time between a publication and the mails about it, in which organizers may hold these back or
 * have them sent at once. A cancellation has none.
 */
@Service
public class AnnouncementWindow {

  /**
   * Then the mails go out by themselves: it is worse if people hear nothing of a change because
   * somebody forgot it than if they hear of it late. News would be too old a day after that.
   */
  static final Duration HELD = Duration.ofHours(24);

  private static final Logger log = LoggerFactory.getLogger(AnnouncementWindow.class);

  private final Meetups meetups;
  private final Holds holds;
  private final Announcer announcer;
  private final MeetupJobs jobs;
  private final InstantSource clock;

  AnnouncementWindow(
      Meetups meetups, Holds holds, Announcer announcer, MeetupJobs jobs, InstantSource clock) {
    this.meetups = meetups;
    this.holds = holds;
    this.announcer = announcer;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Mails about changes that are still to be queued.
   *
   * @param version of the meetup that they tell of
   * @param dueAt when they go out
   * @param mails how many people would be told now
   * @param heldBy the organizer who holds them back; null if nobody does
   */
  public record Open(int version, Instant dueAt, int mails, @Nullable String heldBy) {}

  /** Empty where no change waits to be told. */
  @Transactional
  public Optional<Open> of(String meetupId) {
    meetups.lockShared(meetupId);
    return untold(meetupId)
        .flatMap(latest ->
            dueAt(latest)
                .map(due ->
                    new Open(
                        latest.version(),
                        due,
                        announcer.concerned(latest).size(),
                        holds.of(meetupId).map(Hold::by).orElse(null))));
  }

  /** When the mails go out, without what takes longer to find out; empty as above. */
  @Transactional
  public Optional<Instant> dueAt(String meetupId) {
    meetups.lockShared(meetupId);
    return untold(meetupId).flatMap(this::dueAt);
  }

  /** Has the mails go out now; does nothing if none wait. */
  @Transactional
  public void sendNow(String meetupId, String organizer) {
    meetups.lock(meetupId);
    holds.remove(meetupId);
    untold(meetupId)
        .ifPresent(latest -> {
          move(latest, clock.instant());
          log.info("{} has mails about {} sent now", organizer, meetupId);
        });
  }

  /** Has the mails wait, those about publications that follow as well; only if any wait. */
  @Transactional
  public void hold(String meetupId, String organizer) {
    meetups.lock(meetupId);
    untold(meetupId)
        .filter(latest -> dueAt(latest).isPresent())
        .ifPresent(latest -> {
          Hold hold = new Hold(clock.instant().plus(HELD), organizer);
          holds.put(meetupId, hold);
          move(latest, hold.until());
          log.info("{} holds mails about {} back", organizer, meetupId);
        });
  }

  private Optional<Publication> untold(String meetupId) {
    return meetups
        .latest(meetupId)
        .filter(latest -> !latest.cancelled())
        .filter(latest -> latest.version() > meetups.announcedVersion(meetupId));
  }

  private Optional<Instant> dueAt(Publication latest) {
    return versions(latest)
        .map(version -> jobs.due(AnnouncementJobs.TELL, latest.meetupId(), version))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private void move(Publication latest, Instant due) {
    List<String> versions = versions(latest).toList();
    versions.forEach(version -> jobs.move(AnnouncementJobs.TELL, latest.meetupId(), version, due));
  }

  /** Of which there may be a job. */
  private Stream<String> versions(Publication latest) {
    int announced = meetups.announcedVersion(latest.meetupId());
    return IntStream.rangeClosed(announced + 1, latest.version()).mapToObj(Integer::toString);
  }
}
