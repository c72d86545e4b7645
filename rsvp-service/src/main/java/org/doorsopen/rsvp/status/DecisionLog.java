package org.doorsopen.rsvp.status;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.SchemaPair;
import org.doorsopen.rsvp.status.Happening.Kind;
import org.doorsopen.schemas.SeatDecision;
import org.doorsopen.schemas.SeatDecision.Awaited;
import org.doorsopen.schemas.SeatDecision.ChangeDeclined;
import org.doorsopen.schemas.SeatDecision.Changed;
import org.doorsopen.schemas.SeatDecision.Confirmed;
import org.doorsopen.schemas.SeatDecision.Declined;
import org.doorsopen.schemas.SeatDecision.GrantDeclined;
import org.doorsopen.schemas.SeatDecision.Noted;
import org.doorsopen.schemas.SeatDecision.PromotionsEnded;
import org.doorsopen.schemas.SeatDecision.Released;
import org.doorsopen.schemas.SeatDecision.Waitlisted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps every decision, not the latest alone. Seats that were given at once are a decision that
 * mostly nothing follows, and that the table of RSVPs has: it is written here only when another one
 * takes its place there.
 */
final class DecisionLog {

  static final KeyedTable TABLE = new KeyedTable("decisions", "rsvp_id, read_offset");

  private DecisionLog() {}

  /** To be called before the table of RSVPs is written. */
  static void write(JdbcTemplate jdbc, List<ReadDecision> decisions) {
    Map<String, Long> waiting = numbersOfThoseThatLeave(jdbc, decisions);
    Map<String, ReadDecision> standing = new HashMap<>();
    Map<String, Long> followed = new HashMap<>();
    List<Object[]> rows = new ArrayList<>();
    for (ReadDecision read : decisions) {
      ReadDecision before = standing.remove(read.rsvpId());
      if (before != null) {
        rows.add(row(before, waiting));
      } else {
        followed.putIfAbsent(read.rsvpId(), read.offset());
      }
      if (isKeptByTheRsvp(read.decision())) {
        standing.put(read.rsvpId(), read);
      } else {
        rows.add(row(read, waiting));
      }
    }
    writeThoseThatAreReplaced(jdbc, followed);
    jdbc.batchUpdate(
        """
        insert into decisions (read_offset, meetup_id, rsvp_id, kind, reason, seats,
                               waitlist_number, left_number, decided_at, capacity, confirmed_seats,
                               waitlisted_parties, wish_id, organizer)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        rows);
  }

  private static boolean isKeptByTheRsvp(SeatDecision decision) {
    return decision instanceof Confirmed confirmed && !confirmed.promoted() && !confirmed.byHand();
  }

  /**
   * @param followed the offset of the decision that follows, by RSVP
   */
  private static void writeThoseThatAreReplaced(JdbcTemplate jdbc, Map<String, Long> followed) {
    if (!followed.isEmpty()) {
      jdbc.update(
          """
          insert into decisions (read_offset, meetup_id, rsvp_id, kind, seats, decided_at, capacity,
                                 confirmed_seats, waitlisted_parties)
          select read_offset, meetup_id, rsvp_id, 'CONFIRMED', seats, decided_at, capacity,
                 confirmed_seats, waitlisted_parties
            from unnest(?, ?) as followed (id, by_offset)
              join rsvps on rsvp_id = id and read_offset < by_offset and status = 'CONFIRMED'
          on conflict do nothing
          """,
          followed.keySet().toArray(String[]::new),
          followed.values().toArray(Long[]::new));
    }
  }

  /** The numbers before this batch. Decisions that end waiting are few, and mostly none. */
  private static Map<String, Long> numbersOfThoseThatLeave(
      JdbcTemplate jdbc, List<ReadDecision> decisions) {
    Map<String, Long> numbers = new HashMap<>();
    String[] leaving =
        decisions.stream()
            .map(ReadDecision::decision)
            .filter(DecisionLog::endsWaiting)
            .map(decision -> decision.fields().rsvpId())
            .toArray(String[]::new);
    if (leaving.length > 0) {
      jdbc.query(
          """
          select distinct on (rsvp_id) rsvp_id, waitlist_number from decisions
           where rsvp_id = any (?) and waitlist_number is not null
           order by rsvp_id, read_offset desc
          """,
          row -> {
            numbers.put(row.getString("rsvp_id"), row.getLong("waitlist_number"));
          },
          (Object) leaving);
    }
    return numbers;
  }

  private static boolean endsWaiting(SeatDecision decision) {
    return switch (decision) {
      case Confirmed confirmed -> confirmed.promoted();
      case Released released -> !released.wasConfirmed();
      // A larger party gives up its place for another one.
      case Changed changed ->
          changed.waitlistNumber() != null && changed.fields().seats() > changed.formerSeats();
      case Awaited _,
          Noted _,
          Waitlisted _,
          Declined _,
          PromotionsEnded _,
          ChangeDeclined _,
          GrantDeclined _ ->
          false;
    };
  }

  private static Object[] row(ReadDecision read, Map<String, Long> waiting) {
    SeatDecision decision = read.decision();
    SeatDecision.Fields fields = decision.fields();
    Long number = numberOf(decision);
    Long left = endsWaiting(decision) ? waiting.get(fields.rsvpId()) : null;
    if (number != null) {
      waiting.put(fields.rsvpId(), number);
    }
    return new Object[] {
      read.offset(),
      fields.meetupId(),
      fields.rsvpId(),
      kindOf(decision).name(),
      reasonOf(decision),
      fields.seats(),
      number,
      left,
      fields.decidedAt().atOffset(ZoneOffset.UTC),
      fields.figures().capacity(),
      fields.figures().confirmedSeats(),
      fields.figures().waitlistedParties(),
      wishOf(decision),
      decision instanceof Confirmed confirmed ? confirmed.grantedBy() : null
    };
  }

  private static Kind kindOf(SeatDecision decision) {
    return switch (decision) {
      case Confirmed confirmed when confirmed.byHand() -> Kind.GRANTED;
      case Confirmed confirmed -> confirmed.promoted() ? Kind.PROMOTED : Kind.CONFIRMED;
      case GrantDeclined declined -> declined.added() ? Kind.DECLINED : Kind.GRANT_DECLINED;
      case Awaited _ -> Kind.AWAITED;
      case Noted _ -> Kind.NOTED;
      case Waitlisted _ -> Kind.WAITLISTED;
      case PromotionsEnded _ -> Kind.PROMOTIONS_ENDED;
      case Released _ -> Kind.RELEASED;
      case Declined _ -> Kind.DECLINED;
      case Changed _ -> Kind.CHANGED;
      case ChangeDeclined _ -> Kind.CHANGE_DECLINED;
    };
  }

  private static @Nullable Long numberOf(SeatDecision decision) {
    return switch (decision) {
      case Waitlisted waitlisted -> waitlisted.waitlistNumber();
      case PromotionsEnded ended -> ended.waitlistNumber();
      case Changed changed -> changed.waitlistNumber();
      case Confirmed _,
          Awaited _,
          Noted _,
          Released _,
          Declined _,
          ChangeDeclined _,
          GrantDeclined _ ->
          null;
    };
  }

  /** The one of an organizer that it answers. */
  private static @Nullable String wishOf(SeatDecision decision) {
    return switch (decision) {
      case Confirmed confirmed -> confirmed.grantId();
      case GrantDeclined declined -> declined.grantId();
      case SeatDecision _ -> null;
    };
  }

  private static @Nullable String reasonOf(SeatDecision decision) {
    return switch (decision) {
      case Released released -> DecisionRow.reason(released.reason()).name();
      case Declined declined -> DecisionRow.reason(declined.reason()).name();
      case GrantDeclined declined -> DecisionRow.reason(declined.reason()).name();
      case PromotionsEnded _ -> Reason.WAITLIST_CLOSED.name();
      case Confirmed _, Awaited _, Noted _, Waitlisted _, Changed _, ChangeDeclined _ -> null;
    };
  }

  /** A number may stand in a decision that the topic no longer holds, too. */
  static void keep(String[] meetups, SchemaPair schemas, JdbcTemplate jdbc) {
    jdbc.update(
        schemas.in(
            """
            update %2$s.%3$s rebuilt set left_number = known.left_number from %1$s.%3$s known
             where known.rsvp_id = rebuilt.rsvp_id and known.read_offset = rebuilt.read_offset
               and rebuilt.left_number is null and known.left_number is not null
               and rebuilt.meetup_id = any (?)
            """,
            TABLE),
        (Object) meetups);
  }
}
