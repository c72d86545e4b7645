package org.doorsopen.chaos.seats.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.chaos.seats.audit.Asked.Cancelled;
import org.doorsopen.chaos.seats.audit.Asked.ChangeRequested;
import org.doorsopen.chaos.seats.audit.Asked.GrantRequested;
import org.doorsopen.chaos.seats.audit.Asked.Requested;
import org.doorsopen.chaos.seats.audit.Decided.Figures;
import org.doorsopen.chaos.seats.audit.Decided.Kind;
import org.junit.jupiter.api.Test;

/**
 * An audit that finds nothing in a wrong log is worth nothing, so each kind of fault is shown to
 * it.
 */
class AuditTest {

  private final Set<String> requests = new HashSet<>();
  private final Set<String> cancellations = new HashSet<>();
  private final Set<String> changes = new HashSet<>();
  private final Set<String> grants = new HashSet<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Decided> decided = new ArrayList<>();
  private Map<Integer, Integer> capacities = Map.of(1, 2);
  private Map<Integer, Integer> kept = Map.of();

  @Test
  void findsNothingWrongWithARightLog() {
    aRightLog();

    assertThat(audit()).isEmpty();
  }

  @Test
  void findsARequestThatIsLost() {
    aRightLog();
    requests.add("zoe");

    assertThat(audit()).containsExactly("Request zoe was acknowledged and is lost");
  }

  @Test
  void findsACancellationThatIsLost() {
    aRightLog();
    cancellations.add("bob");

    assertThat(audit()).containsExactly("Cancellation of bob was acknowledged and is lost");
  }

  @Test
  void findsSeatsByHandThatAreLost() {
    aRightLog();
    grants.add("speaker");

    assertThat(audit()).containsExactly("Grant speaker was acknowledged and is lost");
  }

  @Test
  void findsAMissingDecision() {
    aRightLog();
    request("zoe", 1);

    assertThat(audit()).containsExactly("Meetup m: zoe has 0 decisions");
  }

  @Test
  void findsADuplicateDecision() {
    aRightLog();
    decided.add(decided.getLast());

    assertThat(audit())
        .contains("Meetup m: dan has 2 decisions")
        .contains("Meetup m: WAITLISTED dan is decided a second time");
  }

  @Test
  void findsASecondPromotion() {
    aRightLog();
    decided.add(event(Kind.PROMOTED, "eve", 1, 0, 1, 2, 1));

    assertThat(audit()).contains("Meetup m: PROMOTED eve does not wait");
  }

  @Test
  void findsAnOverbooking() {
    request("ada", 1);
    request("bob", 2);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    decide(Kind.CONFIRMED, "bob", 2, 3, 0);

    assertThat(audit()).containsExactly("Meetup m: CONFIRMED bob exceeds the capacity (rule 9)");
  }

  @Test
  void findsAnOverbookingUnderASmallerRoom() {
    capacities = Map.of(1, 2, 2, 1);
    request("ada", 1);
    request("bob", 1);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    decided.add(new Decided(Kind.CONFIRMED, "bob", 1, 0, "", new Figures(2, 2, 2, 0)));

    assertThat(audit())
        .containsExactly("Meetup m: CONFIRMED bob has another capacity than version 2");
  }

  @Test
  void findsASeatThatIsReleasedAlthoughItsAddressWasConfirmed() {
    request("ada", 1);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    decide(Kind.TOLD_TO_CONFIRM, "ada", 1, 1, 0);
    decide(Kind.ADDRESS_CONFIRMED, "ada", 1, 1, 0);
    assertThat(audit()).isEmpty();
    decide(Kind.ADDRESS_CONFIRMED, "ada", 1, 1, 0);
    decided.add(new Decided(Kind.RELEASED, "ada", 1, 0, "UNCONFIRMED", new Figures(1, 2, 0, 0)));

    assertThat(audit())
        .contains(
            "Meetup m: ADDRESS_CONFIRMED ada is proved a second time (rule 13)",
            "Meetup m: RELEASED ada loses its seats although its address is confirmed (rule 13)");
  }

  @Test
  void findsNothingWrongWithPartiesThatChange() {
    request("ada", 2);
    request("bob", 2);
    request("cat", 1);
    change("ada", "fewer", 1);
    change("cat", "gone", 1);
    change("bob", "more", 3);
    change("ada", "again", 2);
    decide(Kind.CONFIRMED, "ada", 2, 2, 0);
    waitlist("bob", 2, 1, 2, 1);
    waitlist("cat", 1, 2, 2, 2);
    changed("ada", "fewer", 1, 0, 1, 2);
    decide(Kind.PROMOTED, "cat", 1, 2, 1);
    changed("cat", "gone", 1, 0, 2, 1);
    changed("bob", "more", 3, 3, 2, 1);
    unchanged("ada", "again", 1, 2, 1);

    assertThat(audit()).isEmpty();
  }

  @Test
  void findsWishesThatAreLostOrWithoutAnswerOrAnsweredTwice() {
    request("ada", 1);
    change("ada", "more", 2);
    changes.add("lost");
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    assertThat(audit())
        .containsExactly(
            "Change lost was acknowledged and is lost", "Meetup m: Change more has no decision");
    changed("ada", "more", 2, 0, 2, 0);
    changed("ada", "more", 2, 0, 2, 0);

    assertThat(audit()).contains("Meetup m: CHANGED ada answers a wish a second time (rule 14)");
  }

  @Test
  void findsAPartyThatGrowsBeyondTheRoom() {
    request("ada", 1);
    change("ada", "more", 3);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    changed("ada", "more", 3, 0, 3, 0);

    assertThat(audit()).containsExactly("Meetup m: CHANGED ada exceeds the capacity (rule 9)");
  }

  @Test
  void findsAPartyThatGrowsPastTheWaitlist() {
    request("ada", 1);
    request("bob", 1);
    request("cat", 1);
    cancel("bob");
    change("ada", "more", 2);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    decide(Kind.CONFIRMED, "bob", 1, 2, 0);
    waitlist("cat", 1, 1, 2, 1);
    decide(Kind.RELEASED, "bob", 1, 1, 1);
    changed("ada", "more", 2, 0, 2, 1);

    assertThat(audit()).containsExactly("Meetup m: CHANGED ada passes the waitlist (rule 14)");
  }

  @Test
  void findsPartiesWithAnotherPlaceThanTheirs() {
    request("ada", 2);
    request("bob", 2);
    request("cat", 1);
    change("bob", "more", 3);
    change("cat", "same", 1);
    decide(Kind.CONFIRMED, "ada", 2, 2, 0);
    waitlist("bob", 2, 1, 2, 1);
    waitlist("cat", 1, 2, 2, 2);
    changed("bob", "more", 3, 1, 2, 2);
    changed("cat", "same", 1, 3, 2, 2);

    assertThat(audit())
        .containsExactly(
            "Meetup m: CHANGED bob has not the place that it should have (rule 14)",
            "Meetup m: CHANGED cat has not the place that it should have (rule 14)");
  }

  @Test
  void findsSeatsThatARefusalTook() {
    request("ada", 2);
    change("ada", "more", 3);
    decide(Kind.CONFIRMED, "ada", 2, 2, 0);
    unchanged("ada", "more", 1, 1, 0);

    assertThat(audit())
        .contains("Meetup m: CHANGE_DECLINED ada has not the seats that it had (rule 14)");
  }

  @Test
  void findsFiguresThatDoNotAddUp() {
    request("ada", 1);
    decide(Kind.CONFIRMED, "ada", 1, 2, 0);

    assertThat(audit())
        .containsExactly(
            "Meetup m: CONFIRMED ada has other figures than the log: 1 seats, 0 waiting");
  }

  @Test
  void findsThatSomebodyWasDecidedOutOfTurn() {
    request("ada", 1);
    request("bob", 1);
    decide(Kind.CONFIRMED, "bob", 1, 1, 0);
    decide(Kind.CONFIRMED, "ada", 1, 2, 0);

    assertThat(audit()).containsExactly("Meetup m: bob is decided out of turn (rule 1)");
  }

  @Test
  void findsThatSomebodyPassedTheWaitlist() {
    request("ada", 2);
    request("bob", 1);
    cancel("ada");
    request("eve", 1);
    decide(Kind.CONFIRMED, "ada", 2, 2, 0);
    waitlist("bob", 1, 1, 2, 1);
    decide(Kind.RELEASED, "ada", 2, 0, 1);
    decide(Kind.CONFIRMED, "eve", 1, 1, 1);
    decide(Kind.PROMOTED, "bob", 1, 2, 0);

    assertThat(audit()).containsExactly("Meetup m: CONFIRMED eve passes the waitlist (rule 2)");
  }

  @Test
  void findsAPromotionOutOfTurn() {
    request("ada", 2);
    request("bob", 1);
    request("eve", 1);
    cancel("ada");
    decide(Kind.CONFIRMED, "ada", 2, 2, 0);
    waitlist("bob", 1, 1, 2, 1);
    waitlist("eve", 1, 2, 2, 2);
    decide(Kind.RELEASED, "ada", 2, 0, 2);
    decide(Kind.PROMOTED, "eve", 1, 1, 1);
    decide(Kind.PROMOTED, "bob", 1, 2, 0);

    assertThat(audit()).containsExactly("Meetup m: PROMOTED eve passes bob (rule 3)");
  }

  @Test
  void findsTicketsThatDoNotGrow() {
    request("ada", 2);
    request("bob", 1);
    request("eve", 1);
    decide(Kind.CONFIRMED, "ada", 2, 2, 0);
    waitlist("bob", 1, 2, 2, 1);
    waitlist("eve", 1, 1, 2, 2);

    assertThat(audit())
        .containsExactly("Meetup m: WAITLISTED eve has a ticket that does not grow (rule 1)");
  }

  @Test
  void findsWhoWaitsThoughThereAreSeats() {
    request("ada", 1);
    waitlist("ada", 1, 1, 0, 1);

    assertThat(audit())
        .containsExactly(
            "Meetup m: WAITLISTED ada need not wait (rule 2)",
            "Meetup m: ada waits, though 2 seats are free");
  }

  @Test
  void findsACancellationWithoutARelease() {
    request("ada", 1);
    cancel("ada");
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);

    assertThat(audit()).containsExactly("Meetup m: ada was cancelled and is CONFIRMED");
  }

  @Test
  void findsAReleaseThatNobodyAskedFor() {
    request("ada", 1);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    decide(Kind.RELEASED, "ada", 1, 0, 0);

    assertThat(audit()).containsExactly("Meetup m: RELEASED ada was not asked for");
  }

  @Test
  void findsADecisionThatNobodyAskedFor() {
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);

    assertThat(audit()).containsExactly("Meetup m: CONFIRMED ada was not asked for like this");
  }

  /**
   * Two seats; one cancels, one is promoted, one is sent twice, one cancels without having come.
   */
  private void aRightLog() {
    request("ada", 1);
    request("bob", 1);
    request("cat", 2);
    request("eve", 1);
    request("ada", 1);
    cancel("nobody");
    cancel("ada");
    cancel("ada");
    request("dan", 2);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    decide(Kind.CONFIRMED, "bob", 1, 2, 0);
    waitlist("cat", 2, 1, 2, 1);
    waitlist("eve", 1, 2, 2, 2);
    decide(Kind.RELEASED, "ada", 1, 1, 2);
    decide(Kind.PROMOTED, "eve", 1, 2, 1);
    waitlist("dan", 2, 3, 2, 2);
  }

  private void request(String rsvpId, int seats) {
    requests.add(rsvpId);
    asked.add(new Requested(rsvpId, seats));
  }

  private void cancel(String rsvpId) {
    cancellations.add(rsvpId);
    asked.add(new Cancelled(rsvpId));
  }

  @Test
  void knowsThatKeptSeatsAreNotFreeUntilTheyAreGivenByHand() {
    kept = Map.of(1, 1);
    request("ada", 1);
    request("bob", 1);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    waitlist("bob", 1, 1, 1, 1);
    assertThat(audit()).isEmpty();

    grant("bob", "grant", 0);
    assertThat(audit()).containsExactly("Meetup m: Grant grant has no decision");
    seated("bob", "grant", 1, 1, 2, 0);
    assertThat(audit()).isEmpty();

    seated("bob", "grant", 1, 1, 3, 0);
    assertThat(audit())
        .contains(
            "Meetup m: SEATED_BY_HAND bob answers a grant a second time (rule 16)",
            "Meetup m: SEATED_BY_HAND bob has seats already (rule 16)",
            "Meetup m: SEATED_BY_HAND bob exceeds the capacity (rule 9)");
  }

  @Test
  void findsKeptSeatsThatTheWaitlistTookOrThatNobodyGave() {
    kept = Map.of(1, 1);
    request("ada", 1);
    request("bob", 1);
    decide(Kind.CONFIRMED, "ada", 1, 1, 0);
    decide(Kind.CONFIRMED, "bob", 1, 2, 0);
    assertThat(audit()).containsExactly("Meetup m: CONFIRMED bob exceeds the capacity (rule 9)");

    decided.removeLast();
    decide(Kind.DECLINED, "bob", 1, 1, 0);
    grant("bob", "grant", 0);
    seated("bob", "grant", 1, 0, 2, 0);
    assertThat(audit())
        .containsExactly(
            "Meetup m: SEATED_BY_HAND bob has seats that are kept, and were not given (rule 15)");
  }

  @Test
  void allowsKeptSeatsToBeGivenWhereMoreAreKeptThanAreFree() {
    kept = Map.of(1, 2);
    request("ada", 1);
    request("bob", 1);
    decided.add(event(Kind.CONFIRMED, "ada", 1, 0, 0, 1, 0));
    decide(Kind.DECLINED, "bob", 1, 1, 0);
    grant("bob", "grant", 0);
    seated("bob", "grant", 1, 1, 2, 0);

    assertThat(audit()).isEmpty();
  }

  @Test
  void findsPeopleWhoWereAddedTwiceOrReleasedBefore() {
    grant("eve", "grant", 1);
    seated("eve", "grant", 1, 0, 1, 0);
    assertThat(audit()).isEmpty();
    cancellations.add("eve");
    asked.add(new Cancelled("eve"));
    decide(Kind.RELEASED, "eve", 1, 0, 0);
    assertThat(audit()).isEmpty();

    grant("eve", "another", 0);
    seated("eve", "another", 1, 0, 1, 0);
    assertThat(audit()).contains("Meetup m: SEATED_BY_HAND eve was released before (rule 16)");
  }

  @Test
  void takesSeatsByHandAfterACancellationThatHadNothingToCancel() {
    request("bob", 1);
    decide(Kind.DECLINED, "bob", 1, 0, 0);
    cancel("bob");
    grant("bob", "grant", 0);
    seated("bob", "grant", 1, 0, 1, 0);
    assertThat(audit()).isEmpty();

    cancel("bob");
    assertThat(audit()).containsExactly("Meetup m: bob was cancelled and is CONFIRMED");
  }

  private void grant(String rsvpId, String grantId, int added) {
    grants.add(grantId);
    asked.add(new GrantRequested(rsvpId, grantId, added));
  }

  private void seated(
      String rsvpId, String grantId, int seats, int ofKept, int confirmedSeats, int waiting) {
    Figures figures = new Figures(1, 2, confirmedSeats, waiting);
    decided.add(new Decided(Kind.SEATED_BY_HAND, rsvpId, seats, 0, "", grantId, ofKept, figures));
  }

  private void change(String rsvpId, String changeId, int seats) {
    changes.add(changeId);
    asked.add(new ChangeRequested(rsvpId, changeId, seats));
  }

  private void changed(
      String rsvpId, String changeId, int seats, long ticket, int confirmedSeats, int waiting) {
    Figures figures = new Figures(1, 2, confirmedSeats, waiting);
    decided.add(new Decided(Kind.CHANGED, rsvpId, seats, ticket, "", changeId, figures));
  }

  private void unchanged(
      String rsvpId, String changeId, int seats, int confirmedSeats, int waiting) {
    Figures figures = new Figures(1, 2, confirmedSeats, waiting);
    decided.add(new Decided(Kind.CHANGE_DECLINED, rsvpId, seats, 0, "FULL", changeId, figures));
  }

  private void decide(Kind kind, String rsvpId, int seats, int confirmedSeats, int waiting) {
    decided.add(event(kind, rsvpId, seats, 0, 1, confirmedSeats, waiting));
  }

  private void waitlist(String rsvpId, int seats, long ticket, int confirmedSeats, int waiting) {
    decided.add(event(Kind.WAITLISTED, rsvpId, seats, ticket, 1, confirmedSeats, waiting));
  }

  private static Decided event(
      Kind kind,
      String rsvpId,
      int seats,
      long ticket,
      int version,
      int confirmedSeats,
      int waiting) {
    return new Decided(
        kind, rsvpId, seats, ticket, "", new Figures(version, 2, confirmedSeats, waiting));
  }

  private List<String> audit() {
    MeetupLog log = new MeetupLog("m", capacities, kept, asked, decided);
    return Audit.of(new Acknowledged(requests, cancellations, changes, grants), Arrays.asList(log));
  }
}
