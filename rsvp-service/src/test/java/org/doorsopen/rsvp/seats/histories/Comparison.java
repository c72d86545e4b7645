package org.doorsopen.rsvp.seats.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.rsvp.seats.reference.ReferenceModel;
import org.doorsopen.rsvp.seats.reference.Step;
import org.doorsopen.rsvp.seats.reference.Step.Cancel;
import org.doorsopen.rsvp.seats.reference.Step.Change;
import org.doorsopen.rsvp.seats.reference.Step.Confirm;
import org.doorsopen.rsvp.seats.reference.Step.Grant;
import org.doorsopen.rsvp.seats.reference.Step.Pass;
import org.doorsopen.rsvp.seats.reference.Step.Publish;
import org.doorsopen.rsvp.seats.reference.Step.Request;
import org.doorsopen.rsvp.seats.reference.Told;
import org.doorsopen.rsvp.seats.streams.AllocationDriver;
import org.doorsopen.rsvp.seats.streams.ScheduleBuilder;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.ConfirmationAwaited;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.PartyChangeRequested;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.WaitlistClosed;

/**
 * Plays a history to the topology and to the reference model, and compares them after every step:
 * the decisions of each meetup in their order with all their figures, the confirmed RSVPs, the
 * order of the waitlist, and rule 9.
 */
final class Comparison {

  private static final int MAX_GOES = 10_000;

  /** Within it the allocator looks at the clock once, and finds that nothing came in. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final AllocationDriver driver;
  private final boolean atOnce;
  private final ReferenceModel model = new ReferenceModel(AllocationDriver.GRACE);
  private final Ledger ledger = new Ledger();
  private final Map<String, Deque<Told>> expected = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private int stepsSinceAllWasHeard;

  /**
   * @param atOnce whether each record is decided in one go; otherwise everything is decided when
   *     nothing has come in for a while
   */
  Comparison(AllocationDriver driver, boolean atOnce) {
    this.driver = driver;
    this.atOnce = atOnce;
  }

  /**
   * @throws Disagreement if the topology did anything but what the model expects
   */
  void play(Step step) {
    if (step instanceof Pass) {
      settle();
    }
    drive(step);
    expect(step);
    compare();
    stepsSinceAllWasHeard++;
    if (step instanceof Pass) {
      requireEveryWordThatIsOwed();
      expectAll(model.giveUp(driver.wallClock()));
      settle();
    } else if (atOnce) {
      requireSettled();
    } else if (step.at().toEpochMilli() % 2 == 0) {
      oneMoreGo();
    }
  }

  private boolean nothingIsExpectedOf(String meetupId) {
    return expected.getOrDefault(meetupId, new ArrayDeque<>()).isEmpty();
  }

  /**
   * After a quiet second everything that was due has been decided. A meetup that has more to decide
   * than fits into a go looks at what is due next a second after that is done, so it may take
   * several looks; each of them decides something.
   */
  private void requireEveryWordThatIsOwed() {
    Instant quiet = driver.wallClock().minus(QUIET);
    for (List<String> due = model.overdue(quiet); !due.isEmpty(); due = model.overdue(quiet)) {
      boolean busy = !settled();
      settle();
      driver.passUntil(driver.wallClock().plusSeconds(2));
      if (compare() == 0 && !busy) {
        throw new Disagreement("not decided in time, what is due of " + due);
      }
    }
  }

  /**
   * Until nothing is expected any more and nothing more comes. A go may take a command from the
   * backlog that leads to no decision, so there are as many silent goes as there can be of those:
   * also of those that were there at an earlier time, behind a request that waited for terms.
   */
  private void settle() {
    int maxSilentGoes = atOnce ? 0 : stepsSinceAllWasHeard;
    int silent = 0;
    for (int i = 0; i < MAX_GOES && (silent <= maxSilentGoes || !settled()); i++) {
      silent = oneMoreGo() > 0 ? 0 : silent + 1;
    }
    requireSettled();
    if (model.hasHeardEverything()) {
      stepsSinceAllWasHeard = 0;
    }
  }

  private int oneMoreGo() {
    driver.oneMoreGo();
    return compare();
  }

  private boolean settled() {
    return expected.values().stream().allMatch(Deque::isEmpty);
  }

  private void requireSettled() {
    if (!settled()) {
      throw new Disagreement("expected " + expected.values());
    }
    ledger.agreesWith(model);
    List<Request> heard = requests.stream().filter(request -> !model.isUnheard(request)).toList();
    ledger.hasDecided(heard);
    requests.removeAll(heard);
  }

  private void drive(Step step) {
    switch (step) {
      case Request request ->
          driver.tell(
              Topics.RSVPS,
              request.meetupId(),
              new RsvpRequested(
                  request.rsvpId(),
                  request.meetupId(),
                  request.attendeeId(),
                  request.guests(),
                  request.at()),
              request.at());
      case Cancel cancel ->
          driver.tell(
              Topics.RSVPS,
              cancel.meetupId(),
              new RsvpCancelled(
                  cancel.rsvpId(),
                  cancel.meetupId(),
                  CancelledBy.valueOf(cancel.by()),
                  cancel.at(),
                  null,
                  false),
              cancel.at());
      case Confirm confirm ->
          driver.tell(
              Topics.RSVPS,
              confirm.meetupId(),
              new AddressConfirmed(confirm.rsvpId(), confirm.meetupId(), confirm.at()),
              confirm.at());
      case Change change ->
          driver.tell(
              Topics.RSVPS,
              change.meetupId(),
              new PartyChangeRequested(
                  change.rsvpId(),
                  change.meetupId(),
                  change.changeId(),
                  change.guests(),
                  change.at()),
              change.at());
      case Grant grant ->
          driver.tell(
              Topics.RSVPS,
              grant.meetupId(),
              new SeatGrantRequested(
                  grant.rsvpId(),
                  grant.meetupId(),
                  grant.grantId(),
                  grant.attendeeId(),
                  grant.guests(),
                  grant.reserved(),
                  GrantReason.SPEAKER,
                  "organizer",
                  grant.at()),
              grant.at());
      case Publish publish ->
          driver.tell(Topics.SCHEDULES, publish.meetupId(), schedule(publish), publish.at());
      case Pass pass -> driver.passUntil(pass.at());
    }
  }

  private static SpecificRecord schedule(Publish publish) {
    ScheduleBuilder schedule =
        ScheduleBuilder.aMeetup()
            .version(publish.version(), publish.at())
            .capacity(publish.capacity())
            .maxGuests(publish.maxGuests())
            .waitlistCapacity(publish.waitlistCapacity())
            .window(publish.opensAt(), publish.closesAt())
            .promotionsEndAt(publish.promotionsEndAt())
            .confirmWithin(publish.confirmWithin())
            .reservedSeats(publish.reservedSeats());
    return (publish.cancelled() ? schedule.cancelled() : schedule).event(publish.meetupId());
  }

  private void expect(Step step) {
    switch (step) {
      case Request request -> {
        requests.add(request);
        expectAll(model.request(request, driver.wallClock()));
      }
      case Cancel cancel -> expectAll(model.cancel(cancel, driver.wallClock()));
      case Confirm confirm -> expectAll(model.confirm(confirm, driver.wallClock()));
      case Change change -> expectAll(model.change(change, driver.wallClock()));
      case Grant grant -> expectAll(model.grant(grant, driver.wallClock()));
      case Publish publish -> expectAll(model.publish(publish));
      case Pass _ -> {}
    }
  }

  private void expectAll(List<Told> decisions) {
    decisions.forEach(
        told -> expected.computeIfAbsent(told.meetupId(), _ -> new ArrayDeque<>()).add(told));
  }

  /** Returns how many decisions there were. */
  private int compare() {
    List<Object> events = driver.events();
    for (Object event : events) {
      Told told = Words.of((SpecificRecord) event);
      ledger.note(told);
      expectWhatTheClockBrings(told, event);
      Told expectation = expected.getOrDefault(told.meetupId(), new ArrayDeque<>()).poll();
      if (!told.equals(expectation)) {
        throw new Disagreement("expected " + expectation + "\n but was  " + told);
      }
    }
    return events.size();
  }

  /**
   * When the allocator looks at the clock is its own business, but it tells a meetup that
   * promotions ended only when it has decided all that came for that meetup before.
   */
  private void expectWhatTheClockBrings(Told told, Object event) {
    if (event instanceof WaitlistClosed closed) {
      if (closed.getDecidedAt().isAfter(driver.wallClock())) {
        throw new Disagreement("told at an instant that is still to come: " + closed);
      }
      if (nothingIsExpectedOf(told.meetupId())) {
        expectAll(model.passOne(told.meetupId(), closed.getDecidedAt()));
      }
    } else if (isDue(event)) {
      Instant at = told.at();
      if (at.isAfter(driver.wallClock())) {
        throw new Disagreement("decided at an instant that is still to come: " + told);
      }
      if (nothingIsExpectedOf(told.meetupId())) {
        expectAll(model.checkOne(told.meetupId(), at, at));
      }
    } else if (told.what().endsWith("UNKNOWN_MEETUP") && nothingIsExpectedOf(told.meetupId())) {
      expectAll(model.giveUpOne(told.meetupId(), driver.wallClock()));
    }
  }

  private static boolean isDue(Object event) {
    return event instanceof ConfirmationAwaited
        || (event instanceof SeatReleased released
            && released.getReason() == ReleaseReason.UNCONFIRMED);
  }
}
