package org.doorsopen.chaos.seats.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorsopen.chaos.seats.audit.Asked.Cancelled;
import org.doorsopen.chaos.seats.audit.Asked.ChangeRequested;
import org.doorsopen.chaos.seats.audit.Asked.GrantRequested;
import org.doorsopen.chaos.seats.audit.Asked.Requested;
import org.doorsopen.chaos.seats.audit.Decided.Kind;
import org.doorsopen.chaos.seats.audit.Standing.Ended;

/**
 * Compares the acknowledged requests with the topics. Between an acknowledgement and its decision
 * something is always missing: an audit during that time has to be repeated.
 */
public final class Audit {
  private final MeetupLog log;
  private final Replay replay;
  private final List<String> findings = new ArrayList<>();

  private Audit(MeetupLog log) {
    this.log = log;
    this.replay = Replay.of(log);
  }

  /** The findings, in words for a person; empty if everything holds. */
  public static List<String> of(Acknowledged acknowledged, List<MeetupLog> logs) {
    List<String> findings = new ArrayList<>(arrived(acknowledged, logs));
    for (MeetupLog log : logs) {
      new Audit(log)
          .findings().stream()
              .map(finding -> "Meetup %s: %s".formatted(log.meetupId(), finding))
              .forEach(findings::add);
    }
    return findings;
  }

  private static List<String> arrived(Acknowledged acknowledged, List<MeetupLog> logs) {
    Set<String> requests = new HashSet<>(acknowledged.requests());
    Set<String> cancellations = new HashSet<>(acknowledged.cancellations());
    Set<String> changes = new HashSet<>(acknowledged.changes());
    Set<String> grants = new HashSet<>(acknowledged.grants());
    for (MeetupLog log : logs) {
      for (Asked asked : log.asked()) {
        switch (asked) {
          case Requested requested -> requests.remove(requested.rsvpId());
          case Cancelled cancelled -> cancellations.remove(cancelled.rsvpId());
          case ChangeRequested change -> changes.remove(change.changeId());
          case GrantRequested grant -> grants.remove(grant.grantId());
        }
      }
    }
    List<String> findings = new ArrayList<>();
    requests.forEach(id -> findings.add("Request %s was acknowledged and is lost".formatted(id)));
    cancellations.forEach(
        id -> findings.add("Cancellation of %s was acknowledged and is lost".formatted(id)));
    changes.forEach(id -> findings.add("Change %s was acknowledged and is lost".formatted(id)));
    grants.forEach(id -> findings.add("Grant %s was acknowledged and is lost".formatted(id)));
    return findings;
  }

  private List<String> findings() {
    oneFirstDecisionEach();
    inTheOrderOfTheLog();
    cancelledMeansReleased();
    oneAnswerToEachChange();
    findings.addAll(replay.findings());
    replay.leftOut().ifPresent(findings::add);
    return findings;
  }

  private void oneFirstDecisionEach() {
    Map<String, Long> decisions =
        log.decided().stream()
            .filter(decision -> decision.kind().isFirst())
            .collect(Collectors.groupingBy(Decided::rsvpId, Collectors.counting()));
    Map<String, Requested> requests = requests();
    for (String rsvpId : requests.keySet()) {
      long count = decisions.getOrDefault(rsvpId, 0L);
      if (count != 1) {
        findings.add("%s has %d decisions".formatted(rsvpId, count));
      }
    }
    Map<String, Integer> sizes = new HashMap<>();
    requests.forEach((rsvpId, request) -> sizes.put(rsvpId, request.seats()));
    for (Asked asked : log.asked()) {
      if (asked instanceof GrantRequested grant && grant.added() > 0) {
        sizes.putIfAbsent(grant.rsvpId(), grant.added());
      }
    }
    Map<String, Integer> wishes = wishes();
    for (Decided decided : log.decided()) {
      if (decided.kind() == Kind.CHANGED && wishes.containsKey(decided.changeId())) {
        sizes.computeIfPresent(decided.rsvpId(), (_, _) -> wishes.get(decided.changeId()));
      }
      if (!Integer.valueOf(decided.seats()).equals(sizes.get(decided.rsvpId()))) {
        findings.add(
            "%s %s was not asked for like this".formatted(decided.kind(), decided.rsvpId()));
      }
    }
  }

  /** The seats that were wished for, by the wish. */
  private Map<String, Integer> wishes() {
    Map<String, Integer> wishes = new LinkedHashMap<>();
    for (Asked asked : log.asked()) {
      if (asked instanceof ChangeRequested change) {
        wishes.putIfAbsent(change.changeId(), change.seats());
      }
    }
    return wishes;
  }

  /** Rule 14: a wish about an RSVP that stands in the end was made while it stood. */
  private void oneAnswerToEachChange() {
    Set<String> answered = new HashSet<>();
    log.decided().forEach(decided -> answered.add(decided.changeId()));
    Set<String> requested = new HashSet<>();
    for (Asked asked : log.asked()) {
      switch (asked) {
        case Requested request -> requested.add(request.rsvpId());
        case Cancelled _ -> {}
        case GrantRequested grant -> {
          if (grant.added() > 0) {
            requested.add(grant.rsvpId());
          }
          // Rule 16: every grant of an RSVP that is known is answered, whatever becomes of it.
          if (requested.contains(grant.rsvpId()) && !answered.contains(grant.grantId())) {
            findings.add("Grant %s has no decision".formatted(grant.grantId()));
          }
        }
        case ChangeRequested change -> {
          Standing standing = replay.standings().get(change.rsvpId());
          if (requested.contains(change.rsvpId())
              && standing != null
              && !(standing instanceof Ended)
              && !answered.contains(change.changeId())) {
            findings.add("Change %s has no decision".formatted(change.changeId()));
          }
        }
      }
    }
  }

  /** Rule 1. RSVPs without any decision are reported elsewhere. */
  private void inTheOrderOfTheLog() {
    List<String> decided =
        log.decided().stream()
            .filter(decision -> decision.kind().isFirst())
            .map(Decided::rsvpId)
            .distinct()
            .toList();
    List<String> asked = new ArrayList<>(requests().keySet());
    asked.retainAll(new HashSet<>(decided));
    for (int i = 0; i < asked.size(); i++) {
      if (!asked.get(i).equals(decided.get(i))) {
        findings.add("%s is decided out of turn (rule 1)".formatted(decided.get(i)));
        return;
      }
    }
  }

  private void cancelledMeansReleased() {
    Set<String> requested = new HashSet<>();
    Set<String> cancelled = new HashSet<>();
    Set<String> declined =
        log.decided().stream()
            .filter(decision -> decision.kind() == Kind.DECLINED)
            .map(Decided::rsvpId)
            .collect(Collectors.toSet());
    for (Asked asked : log.asked()) {
      switch (asked) {
        case Requested request -> requested.add(request.rsvpId());
        // Rule 6: an RSVP that was not known yet when it was cancelled is not cancelled.
        case Cancelled cancellation when requested.contains(cancellation.rsvpId()) ->
            cancelled.add(cancellation.rsvpId());
        case Cancelled _ -> {}
        case ChangeRequested _ -> {}
        case GrantRequested grant -> {
          if (grant.added() > 0) {
            requested.add(grant.rsvpId());
          } else if (declined.contains(grant.rsvpId())) {
            // Rule 6: one that was declined is not cancelled, and seats may be given after that.
            cancelled.remove(grant.rsvpId());
          }
        }
      }
    }
    for (String rsvpId : cancelled) {
      Standing standing = replay.standings().get(rsvpId);
      if (standing != null && !(standing instanceof Ended)) {
        findings.add("%s was cancelled and is %s".formatted(rsvpId, standing.state()));
      }
    }
    log.decided().stream()
        .filter(decision -> decision.kind() == Kind.RELEASED)
        .filter(decision -> !decision.reason().equals("UNCONFIRMED")) // rule 13, by the clock
        .filter(decision -> !cancelled.contains(decision.rsvpId()))
        .forEach(
            decision -> findings.add("RELEASED %s was not asked for".formatted(decision.rsvpId())));
  }

  /** The first of each, in the order of the log. */
  private Map<String, Requested> requests() {
    Map<String, Requested> requests = new LinkedHashMap<>();
    for (Asked asked : log.asked()) {
      if (asked instanceof Requested requested) {
        requests.putIfAbsent(requested.rsvpId(), requested);
      }
    }
    return requests;
  }
}
