package org.doorsopen.rsvp.seats.histories;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorsopen.rsvp.seats.reference.ReferenceModel;
import org.doorsopen.rsvp.seats.reference.Step.Request;
import org.doorsopen.rsvp.seats.reference.Told;

/** Rule 9 as far as a reader of the topic seats can check it, from the decisions alone. */
final class Ledger {

  private static final List<String> ANSWERS = List.of("confirmed", "waits", "declined");

  /** The answers to wishes for another size of a party, of which each wish has one. */
  private static final List<String> WISHES = List.of("changed", "stays");

  private static final class Account {
    final Map<String, Integer> confirmed = new TreeMap<>();
    final TreeMap<Long, String> waiting = new TreeMap<>();

    int confirmedSeats() {
      return confirmed.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private final Map<String, Account> accounts = new HashMap<>();
  private final Set<String> decided = new HashSet<>();

  void note(Told told) {
    Account account = accounts.computeIfAbsent(told.meetupId(), _ -> new Account());
    String[] words = told.what().split(" ");
    String kind = words[0].equals("promoted") ? "confirmed" : words[0];
    String once =
        WISHES.contains(kind)
            ? "wish " + words[2]
            : kind.equals("not") ? "grant " + words[3] : kind;
    if (!decided.add(told.rsvpId() + " " + once)) {
      throw new Disagreement("decided twice: " + told);
    }
    if (told.what().startsWith("not added")) {
      decided.add(told.rsvpId() + " declined");
    }
    switch (kind) {
      case "confirmed" -> {
        account.waiting.values().remove(told.rsvpId());
        account.confirmed.put(told.rsvpId(), told.seats());
        if (account.confirmedSeats() > told.capacity()) {
          throw new Disagreement(account.confirmedSeats() + " seats are taken: " + told);
        }
      }
      case "waits" -> account.waiting.put(Long.valueOf(words[2]), told.rsvpId());
      case "changed" -> change(account, told, words);
      case "gave" -> {
        account.confirmed.remove(told.rsvpId());
        account.waiting.values().remove(told.rsvpId());
      }
      default -> {}
    }
    check(told, "confirmed seats", told.confirmedSeats(), account.confirmedSeats());
    check(told, "waiting parties", told.waitingParties(), account.waiting.size());
  }

  /** Rule 14: seats that nobody had are taken only while there are any. */
  private static void change(Account account, Told told, String[] words) {
    boolean larger = told.seats() > Integer.parseInt(words[4]);
    if (words[6].startsWith("seats")) {
      // Kept seats do not show in the figures; the comparison with the model sees to them.
      account.confirmed.replace(told.rsvpId(), told.seats());
      if (larger && account.confirmedSeats() > told.capacity()) {
        throw new Disagreement(account.confirmedSeats() + " seats are taken: " + told);
      }
    } else {
      account.waiting.values().remove(told.rsvpId());
      account.waiting.put(Long.valueOf(words[7].replace(",", "")), told.rsvpId());
    }
  }

  private static void check(Told told, String what, int said, int counted) {
    if (said != counted) {
      throw new Disagreement("%d %s counted: %s".formatted(counted, what, told));
    }
  }

  /** The confirmed RSVPs, and the order of the waitlist. */
  void agreesWith(ReferenceModel model) {
    accounts.forEach((meetupId, account) -> {
      same(meetupId, model.confirmed(meetupId), new TreeSet<>(account.confirmed.keySet()));
      same(meetupId, model.waitlist(meetupId), List.copyOf(account.waiting.values()));
    });
  }

  private static void same(String meetupId, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new Disagreement("%s: expected %s\n but was %s".formatted(meetupId, expected, actual));
    }
  }

  /** Rule 9: no request without a decision. */
  void hasDecided(List<Request> requests) {
    for (Request request : requests) {
      if (ANSWERS.stream().noneMatch(answer -> decided.contains(request.rsvpId() + " " + answer))) {
        throw new Disagreement("never decided: " + request);
      }
    }
  }
}
