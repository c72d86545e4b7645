package org.doorsopen.rsvp.seats.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doorsopen.rsvp.seats.reference.Step.Cancel;
import org.doorsopen.rsvp.seats.reference.Step.Change;
import org.doorsopen.rsvp.seats.reference.Step.Confirm;
import org.doorsopen.rsvp.seats.reference.Step.Grant;
import org.doorsopen.rsvp.seats.reference.Step.Pass;
import org.doorsopen.rsvp.seats.reference.Step.Publish;
import org.doorsopen.rsvp.seats.reference.Step.Request;
import org.jspecify.annotations.Nullable;

/**
 * Makes up histories of a few meetups. The same seed makes the same history, and a shorter history
 * is the beginning of a longer one.
 */
public final class Histories {

  /** When every history begins. */
  public static final Instant BEGIN = Instant.parse("2026-02-01T12:00:00Z");

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration SOMETIME = Duration.ofHours(30);
  private static final Duration LATELY = Duration.ofHours(3);
  private static final String[] CANCELLED_BY = {"ATTENDEE", "ORGANIZER", "ERASURE"};

  /** The steps of one meetup so far, and its usual size. */
  private static final class Plan {
    final String meetupId;
    final int attendees;
    final int seats;
    final List<Publish> publications = new ArrayList<>();
    final List<Request> requests = new ArrayList<>();
    final List<Cancel> cancellations = new ArrayList<>();
    final List<Confirm> confirmations = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final List<Grant> grants = new ArrayList<>();

    Plan(String meetupId, int attendees, int seats) {
      this.meetupId = meetupId;
      this.attendees = attendees;
      this.seats = seats;
    }
  }

  private final SplittableRandom random;
  private final List<Plan> plans = new ArrayList<>();
  private final ReferenceModel model = new ReferenceModel(GRACE);
  private Instant now = BEGIN;

  private Histories(long seed) {
    random = new SplittableRandom(seed);
    int meetups = 1 + random.nextInt(4);
    for (int i = 1; i <= meetups; i++) {
      plans.add(new Plan("meetup-" + i, 4 + random.nextInt(40), 1 + random.nextInt(12)));
    }
  }

  public static List<Step> of(long seed, int steps) {
    Histories histories = new Histories(seed);
    List<Step> history = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      history.add(histories.followed(histories.next()));
    }
    return history;
  }

  private Step next() {
    Plan plan = one(plans);
    now = now.plus(aMoment(plan));
    if (plan.publications.isEmpty() && chance(25)) {
      return publish(plan, firstTerms(plan));
    }
    int dice = random.nextInt(100);
    if (dice < 38) {
      return request(plan);
    } else if (dice < 46) {
      return redelivered(plan);
    } else if (dice < 59) {
      return cancel(plan);
    } else if (dice < 64) {
      return confirm(plan);
    } else if (dice < 74) {
      return change(plan);
    } else if (dice < 80) {
      return grant(plan);
    } else if (dice < 90 && !plan.publications.isEmpty()) {
      return publish(plan, revised(plan.publications.getLast()));
    }
    now = now.plusSeconds(2);
    return new Pass(now);
  }

  private Confirm confirm(Plan plan) {
    String rsvpId =
        plan.requests.isEmpty() || chance(6) ? "nobody" : recent(plan.requests).rsvpId();
    Confirm confirm = new Confirm(recordTime(), plan.meetupId, rsvpId);
    plan.confirmations.add(confirm);
    return confirm;
  }

  private Change change(Plan plan) {
    String changeId = "change-" + (plan.changes.size() + 1);
    int guests = random.nextInt(chance(80) ? 4 : 6);
    Change change =
        new Change(oftenInTime(plan), plan.meetupId, mostlyOneThatStands(plan), changeId, guests);
    plan.changes.add(change);
    return change;
  }

  /** To parties that wait or were declined, mostly; and to people who are added. */
  private Grant grant(Plan plan) {
    String grantId = "grant-" + (plan.grants.size() + 1);
    boolean adds = chance(35);
    List<String> waiting = model.waitlist(plan.meetupId);
    String known = !waiting.isEmpty() && chance(60) ? one(waiting) : mostlyOneThatStands(plan);
    String rsvpId =
        adds
            ? plan.meetupId + "/by-hand-" + (chance(15) ? 1 : plan.grants.size() + 1)
            : plan.requests.isEmpty() || chance(60) ? known : recent(plan.requests).rsvpId();
    Grant grant =
        new Grant(
            recordTime(),
            plan.meetupId,
            rsvpId,
            grantId,
            adds ? "attendee-" + random.nextInt(plan.attendees) : null,
            chance(60) ? 0 : random.nextInt(4),
            chance(60));
    plan.grants.add(grant);
    if (adds) { // so that it is cancelled, changed and asked for again
      plan.requests.add(
          new Request(grant.at(), plan.meetupId, rsvpId, grant.attendeeId(), grant.guests()));
    }
    return grant;
  }

  /** Most windows are closed, and more guests are refused then: some records come very late. */
  private Instant oftenInTime(Plan plan) {
    if (plan.publications.isEmpty() || chance(50)) {
      return recordTime();
    }
    Publish terms = plan.publications.getLast();
    Instant end = terms.closesAt().isBefore(now) ? terms.closesAt() : now;
    return terms.opensAt().isBefore(end)
        ? terms.opensAt().plus(upTo(Duration.between(terms.opensAt(), end)))
        : recordTime();
  }

  private String mostlyOneThatStands(Plan plan) {
    List<String> waiting = model.waitlist(plan.meetupId);
    List<String> standing =
        waiting.isEmpty() || chance(60) ? List.copyOf(model.confirmed(plan.meetupId)) : waiting;
    if (!standing.isEmpty() && chance(90)) {
      return one(standing);
    }
    return plan.requests.isEmpty() || chance(30) ? "nobody" : recent(plan.requests).rsvpId();
  }

  /** The rest is not compared with anything: it says which RSVPs are worth a step. */
  private Step followed(Step step) {
    switch (step) {
      case Request request -> model.request(request, now);
      case Cancel cancel -> model.cancel(cancel, now);
      case Confirm confirm -> model.confirm(confirm, now);
      case Change change -> model.change(change, now);
      case Grant grant -> model.grant(grant, now);
      case Publish publish -> model.publish(publish);
      case Pass pass -> {
        model.giveUp(pass.at());
        for (Plan plan : plans) {
          model.passOne(plan.meetupId, pass.at());
          model.checkOne(plan.meetupId, pass.at(), pass.at());
        }
      }
    }
    return step;
  }

  /** Often no time at all, and often just the time until a window opens or closes. */
  private Duration aMoment(Plan plan) {
    int dice = random.nextInt(100);
    if (dice < 50) {
      return Duration.ZERO;
    } else if (dice < 80 || plan.publications.isEmpty()) {
      return Duration.ofMillis(random.nextInt(300_000));
    } else if (dice < 92) {
      return Duration.ofMillis(random.nextInt(3_600_000));
    }
    Publish terms = plan.publications.getLast();
    Instant edge = one(List.of(terms.opensAt(), terms.closesAt(), terms.promotionsEndAt()));
    Duration until = Duration.between(now, edge.plusMillis(random.nextInt(3) - 1));
    return until.isNegative() ? Duration.ZERO : until;
  }

  /** A record's instant may be older than that of the record before it. */
  private Instant recordTime() {
    return chance(6) ? now.minusMillis(random.nextInt(600_000)) : now;
  }

  private Request request(Plan plan) {
    String rsvpId = plan.meetupId + "/" + (plan.requests.size() + 1);
    String attendeeId = "attendee-" + random.nextInt(plan.attendees);
    int guests = chance(50) ? 0 : random.nextInt(5);
    return asked(plan, new Request(recordTime(), plan.meetupId, rsvpId, attendeeId, guests));
  }

  private Request asked(Plan plan, Request request) {
    plan.requests.add(request);
    return request;
  }

  /** A record again, or an RSVP again with other contents. */
  private Step redelivered(Plan plan) {
    List<Step> all = new ArrayList<>();
    all.addAll(plan.requests);
    all.addAll(plan.cancellations);
    all.addAll(plan.confirmations);
    all.addAll(plan.changes);
    all.addAll(plan.grants);
    all.addAll(plan.publications);
    if (all.isEmpty()) {
      return request(plan);
    }
    return switch (one(all)) {
      case Request(_, String meetupId, String rsvpId, String attendeeId, int guests)
          when chance(30) ->
          new Request(recordTime(), meetupId, rsvpId, attendeeId, (guests + 1) % 5);
      case Step step -> step;
    };
  }

  private Cancel cancel(Plan plan) {
    String rsvpId =
        plan.requests.isEmpty() || chance(6) ? "nobody" : recent(plan.requests).rsvpId();
    Cancel cancel =
        new Cancel(recordTime(), plan.meetupId, rsvpId, CANCELLED_BY[random.nextInt(3)]);
    plan.cancellations.add(cancel);
    return cancel;
  }

  private Publish publish(Plan plan, Publish terms) {
    plan.publications.add(terms);
    return terms;
  }

  private Publish firstTerms(Plan plan) {
    Instant opens = chance(70) ? now.minus(upTo(LATELY)) : now.plus(upTo(SOMETIME));
    Instant closes = opens.plusSeconds(1).plus(upTo(SOMETIME.multipliedBy(3)));
    return new Publish(
        now,
        plan.meetupId,
        1,
        false,
        plan.seats,
        random.nextInt(5),
        aWaitlistCapacity(),
        opens,
        closes,
        promotionsEnd(closes),
        aTimeToConfirm(),
        keptSeats(plan.seats));
  }

  /** Now and then more than there are, which no organizer can publish. */
  private int keptSeats(int capacity) {
    if (chance(60)) {
      return 0;
    }
    return chance(85) ? 1 + random.nextInt(1 + capacity / 3) : random.nextInt(capacity + 2);
  }

  private @Nullable Duration aTimeToConfirm() {
    return chance(50) ? null : Duration.ofSeconds(1 + random.nextInt(7_200));
  }

  private Publish revised(Publish last) {
    int capacity = last.capacity();
    int maxGuests = last.maxGuests();
    Integer waitlistCapacity = last.waitlistCapacity();
    Instant opens = last.opensAt();
    Instant closes = last.closesAt();
    Instant promotionsEnd = last.promotionsEndAt();
    Duration confirmWithin = chance(85) ? last.confirmWithin() : aTimeToConfirm();
    int kept = chance(75) ? last.reservedSeats() : keptSeats(last.capacity());
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> capacity = Math.max(0, capacity + random.nextInt(17) - 8);
      case 3 -> maxGuests = random.nextInt(5);
      case 4 -> waitlistCapacity = aWaitlistCapacity();
      case 5 -> promotionsEnd = promotionsEnd(closes);
      default -> {
        opens = chance(50) ? now : now.plus(upTo(SOMETIME));
        closes = opens.plusSeconds(1).plus(upTo(SOMETIME));
        promotionsEnd = promotionsEnd(closes);
      }
    }
    return new Publish(
        recordTime(),
        last.meetupId(),
        last.version() + 1 + (chance(10) ? 1 : 0),
        chance(2),
        capacity,
        maxGuests,
        waitlistCapacity,
        opens,
        closes,
        promotionsEnd,
        confirmWithin,
        kept);
  }

  /**
   * At the closing of RSVPs or later; now and then before it, which no organizer can publish, so
   * that new RSVPs meet free seats that a waiting party could take.
   */
  private Instant promotionsEnd(Instant closes) {
    if (chance(30)) {
      return closes;
    }
    return chance(40) ? closes.minus(upTo(SOMETIME)) : closes.plus(upTo(SOMETIME));
  }

  private @Nullable Integer aWaitlistCapacity() {
    return chance(50) ? null : random.nextInt(8);
  }

  private Duration upTo(Duration max) {
    return Duration.ofMillis(random.nextLong(max.toMillis()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** One of the last, mostly. */
  private <T> T recent(List<T> all) {
    int from = chance(20) ? 0 : Math.max(0, all.size() - 25);
    return all.get(from + random.nextInt(all.size() - from));
  }
}
