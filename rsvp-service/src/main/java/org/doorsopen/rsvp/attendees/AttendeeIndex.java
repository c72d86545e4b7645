package org.doorsopen.rsvp.attendees;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.rsvp.attendees.AttendeeFilter.Word;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Finds RSVPs that were decided, by what is known of them; one query for each question. */
@Repository
class AttendeeIndex {

  /** A cancelled meetup cancels what stood, and no event says so for each RSVP. */
  private static final String LISTED =
      """
        from (select r.rsvp_id, r.first_offset, r.seats, r.decided_at, r.waitlist_number,
                     case when m.status = 'CANCELLED' and r.status in ('CONFIRMED', 'WAITLISTED')
                          then 'CANCELLED' else r.status end as status,
                     c.name, c.email
                from rsvp_states r
                left join meetup_states m on m.meetup_id = r.meetup_id
                left join attendee_contacts c on c.rsvp_id = r.rsvp_id
               where r.meetup_id = :meetupId) listed
       where true
      """;

  /** Not by a pattern, so that no letter of a word is a wildcard. */
  private static final String HAS_WORD =
      """
       and (strpos(folded(name), folded(:name%1$d)) > 0
            or strpos(lower(email), :address%1$d) > 0)
      """;

  private static final String UNREACHED =
      " and exists (select from failing_deliveries f where f.rsvp_id = listed.rsvp_id)";

  private final JdbcClient jdbc;

  AttendeeIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param parties with that status
   * @param people of all of them
   */
  record Count(int parties, int people) {}

  /**
   * Of the RSVPs that the filter means, were it for any status; a status that none has is missing.
   */
  Map<State, Count> counts(String meetupId, AttendeeFilter filter) {
    Map<State, Count> counts = new EnumMap<>(State.class);
    String sql = "select status, count(*), sum(seats)";
    query(sql, meetupId, filter.ofAnyStatus(), " group by status")
        .query(row -> {
          counts.put(State.valueOf(row.getString(1)), new Count(row.getInt(2), row.getInt(3)));
        });
    return counts;
  }

  List<String> page(
      String meetupId, AttendeeFilter filter, AttendeeSort sort, int offset, int limit) {
    String order = " order by " + sort.columns() + " offset :offset limit :limit";
    return query("select rsvp_id", meetupId, filter, order)
        .param("offset", offset)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /**
   * @param place in the order in which RSVPs came
   */
  record Placed(String rsvpId, long place) {}

  /** Those that came after that place, in the order in which they came. */
  List<Placed> after(String meetupId, AttendeeFilter filter, long place, int limit) {
    String order = " and first_offset > :place order by first_offset limit :limit";
    return query("select rsvp_id, first_offset", meetupId, filter, order)
        .param("place", place)
        .param("limit", limit)
        .query((row, _) -> new Placed(row.getString(1), row.getLong(2)))
        .list();
  }

  private StatementSpec query(String select, String meetupId, AttendeeFilter filter, String rest) {
    List<Word> words = filter.words();
    StringBuilder sql = new StringBuilder(select).append(LISTED);
    for (int number = 0; number < words.size(); number++) {
      sql.append(HAS_WORD.formatted(number));
    }
    if (filter.unreachedOnly()) {
      sql.append(UNREACHED);
    }
    if (filter.status() != null) {
      sql.append(" and status = :status");
    }
    StatementSpec query = jdbc.sql(sql.append(rest).toString()).param("meetupId", meetupId);
    for (int number = 0; number < words.size(); number++) {
      query =
          query
              .param("name" + number, words.get(number).inName())
              .param("address" + number, words.get(number).inAddress());
    }
    return filter.status() == null ? query : query.param("status", filter.status().name());
  }
}
