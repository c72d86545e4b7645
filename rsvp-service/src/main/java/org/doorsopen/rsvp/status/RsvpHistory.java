package org.doorsopen.rsvp.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.status.Happening.Figures;
import org.doorsopen.rsvp.status.Happening.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells what happened to an RSVP so far, from the decisions about it and about those before it. */
@Repository
public class RsvpHistory {

  /** Of parties that waited before; a page tells the latest. */
  private static final int MAX_MOVES = 5;

  private static final Set<Kind> ENDS_WAITING = Set.of(Kind.PROMOTED, Kind.GRANTED, Kind.RELEASED);

  private static final Set<String> GETS_SEATS = Set.of(Kind.PROMOTED.name(), Kind.GRANTED.name());

  /** A later build may have written others. */
  private static final String[] KNOWN =
      Stream.of(Kind.values()).map(Kind::name).toArray(String[]::new);

  /** Those that leave an RSVP where it stood are none of them. */
  private static final String[] CHANGING =
      Stream.of(KNOWN)
          .filter(kind ->
              !Set.of("AWAITED", "NOTED", "CHANGE_DECLINED", "GRANT_DECLINED").contains(kind))
          .toArray(String[]::new);

  /** A plain confirmation is in the table of RSVPs alone until another decision replaces it. */
  private static final String FROM_ALL =
      """
       from (select rsvp_id, meetup_id, read_offset, kind, reason, seats, waitlist_number, decided_at,
                    capacity, confirmed_seats, waitlisted_parties, organizer
               from decisions
              union all
             select rsvp_id, meetup_id, read_offset, 'CONFIRMED', null, seats, null, decided_at,
                    capacity, confirmed_seats, waitlisted_parties, null
               from rsvps
              where status = 'CONFIRMED' and not exists (
                select from decisions where decisions.rsvp_id = rsvps.rsvp_id
                   and decisions.read_offset = rsvps.read_offset)) as decided
      """;

  private final JdbcClient jdbc;

  RsvpHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A decision about the RSVP itself. */
  private record Own(
      long offset,
      Happening happening,
      @Nullable Long waitlistNumber,
      @Nullable Integer waitlistedParties) {}

  /** A place of it in the waitlist, from one decision to the one that ended it. */
  private record Wait(long number, long since, long until, @Nullable Integer place) {}

  private record Numbered(long offset, Happening happening) {}

  /**
   * In the order in which it happened. Takes two queries at most; decisions that an earlier version
   * has read are missing but for the latest.
   */
  public List<Happening> of(RsvpKey key) {
    List<Own> own =
        jdbc.sql(
                """
                select read_offset, kind, reason, seats, waitlist_number, decided_at, capacity,
                       confirmed_seats, waitlisted_parties
                """
                    + FROM_ALL
                    + """
                     where rsvp_id = :rsvpId and meetup_id = :meetupId and kind = any (:known)
                     order by read_offset
                    """)
            .param("rsvpId", key.rsvpId())
            .param("meetupId", key.meetupId())
            .param("known", KNOWN)
            .query((row, _) -> own(row))
            .list();
    Wait wait = lastWait(own);
    Stream<Numbered> moves = wait == null ? Stream.of() : moves(key.meetupId(), wait).stream();
    return Stream.concat(own.stream().map(each -> new Numbered(each.offset, each.happening)), moves)
        .sorted(Comparator.comparingLong(Numbered::offset))
        .map(Numbered::happening)
        .toList();
  }

  /**
   * @param decidedAt the instant that it was made for
   * @param organizer the name of the organizer who gave seats by hand; null for all others
   */
  public record Latest(Kind kind, Instant decidedAt, @Nullable String organizer) {}

  /**
   * The answer to an organizer's wish to give seats by hand: GRANTED, or another kind with the
   * reason. Empty until it was read.
   *
   * @param wishId of the wish
   */
  public Optional<Answer> answerTo(RsvpKey key, String wishId) {
    return jdbc.sql(
            """
            select kind, reason from decisions
             where rsvp_id = :rsvpId and meetup_id = :meetupId and wish_id = :wishId
             order by read_offset desc limit 1
            """)
        .param("rsvpId", key.rsvpId())
        .param("meetupId", key.meetupId())
        .param("wishId", wishId)
        .query((row, _) ->
            new Answer(
                Kind.GRANTED.name().equals(row.getString("kind")),
                Reason.named(row.getString("reason"))))
        .optional();
  }

  /**
   * @param reason null if it was granted
   */
  public record Answer(boolean granted, @Nullable Reason reason) {}

  /** The latest decision about each of the RSVPs that changed where it stands, by rsvpId. */
  public Map<String, Latest> latestOf(Collection<String> rsvpIds) {
    Map<String, Latest> latest = new HashMap<>();
    jdbc.sql(
            "select distinct on (rsvp_id) rsvp_id, kind, decided_at, organizer"
                + FROM_ALL
                + """
                 where rsvp_id = any (:rsvpIds) and kind = any (:known)
                 order by rsvp_id, read_offset desc
                """)
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .param("known", CHANGING)
        .query(row -> {
          latest.put(
              row.getString("rsvp_id"),
              new Latest(
                  Kind.valueOf(row.getString("kind")), instant(row), row.getString("organizer")));
        });
    return latest;
  }

  private static @Nullable Wait lastWait(List<Own> own) {
    Wait wait = null;
    for (Own each : own) {
      boolean open = wait != null && wait.until == Long.MAX_VALUE;
      Long number = each.waitlistNumber;
      if (number != null && (!open || wait.number != number)) {
        wait = new Wait(number, each.offset, Long.MAX_VALUE, each.waitlistedParties);
      } else if (open && ENDS_WAITING.contains(each.happening.kind())) {
        wait = new Wait(wait.number, wait.since, each.offset, wait.place);
      }
    }
    return wait;
  }

  /** The latest of those that waited before and left while this one waited. */
  private List<Numbered> moves(String meetupId, Wait wait) {
    return jdbc.sql(
            """
            select read_offset, kind, seats, decided_at, nth
              from (select read_offset, kind, seats, decided_at,
                           row_number() over (order by read_offset) as nth
                      from decisions
                     where meetup_id = :meetupId and left_number < :number
                       and read_offset > :since and read_offset < :until) moves
             order by read_offset desc limit :limit
            """)
        .param("meetupId", meetupId)
        .param("number", wait.number)
        .param("since", wait.since)
        .param("until", wait.until)
        .param("limit", MAX_MOVES)
        .query((row, _) -> move(row, wait.place))
        .list();
  }

  private static Numbered move(ResultSet row, @Nullable Integer place) throws SQLException {
    Kind kind = GETS_SEATS.contains(row.getString("kind")) ? Kind.OTHER_PROMOTED : Kind.OTHER_LEFT;
    Long position = place == null ? null : Math.max(1, place - row.getLong("nth"));
    return new Numbered(
        row.getLong("read_offset"),
        new Happening(kind, row.getInt("seats"), null, instant(row), null, position));
  }

  private static Own own(ResultSet row) throws SQLException {
    Kind kind = Kind.valueOf(row.getString("kind"));
    Integer capacity = row.getObject("capacity", Integer.class);
    Integer waiting = row.getObject("waitlisted_parties", Integer.class);
    Figures figures =
        capacity == null ? null : new Figures(capacity, row.getInt("confirmed_seats"));
    // A party that has just come is the last in line.
    Long position = kind == Kind.WAITLISTED && waiting != null ? Long.valueOf(waiting) : null;
    return new Own(
        row.getLong("read_offset"),
        new Happening(
            kind,
            row.getInt("seats"),
            Reason.named(row.getString("reason")),
            instant(row),
            figures,
            position),
        row.getObject("waitlist_number", Long.class),
        kind == Kind.WAITLISTED || kind == Kind.CHANGED ? waiting : null);
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("decided_at", OffsetDateTime.class).toInstant();
  }
}
