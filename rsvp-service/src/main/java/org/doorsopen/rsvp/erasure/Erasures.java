package org.doorsopen.rsvp.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.erasure.Erasure.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers questions about erasures that were asked for, as far as the read model knows them. */
@Repository
public class Erasures {

  /** The services that hold names or addresses, and so owe a receipt. */
  static final List<String> OWING = List.of("notification-service", "rsvp-service");

  private static final String OF_ERASURE =
      """
      select e.erasure_id, min(e.requested_at) as requested_at, min(e.requested_by) as requested_by,
             min(e.organizer) as organizer, count(*) as rsvps
        from erasures e
      """;

  private static final String RECEIPTS =
      """
      select service, count(*) as rsvps, max(completed_at) as completed_at from erasure_receipts
       where erasure_id = :erasureId and (cast(:rsvpId as text) is null or rsvp_id = :rsvpId)
       group by service
      """;

  private final JdbcClient jdbc;

  Erasures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of an RSVP for which this service has not said that it holds nothing more. */
  record Open(String erasureId, RsvpKey rsvp, Instant requestedAt) {}

  /** Empty also for a moment after it was asked for. */
  public Optional<Erasure> find(String erasureId) {
    return jdbc.sql(OF_ERASURE + " where e.erasure_id = :erasureId group by e.erasure_id")
        .param("erasureId", erasureId)
        .query((row, _) -> erasure(row, null))
        .optional();
  }

  /** Those that were asked for last, the latest first. */
  public List<Erasure> latest(int limit) {
    return jdbc.sql(OF_ERASURE + " group by e.erasure_id order by 2 desc, 1 limit :limit")
        .param("limit", limit)
        .query((row, _) -> erasure(row, null))
        .list();
  }

  /** Those of one RSVP, with what concerns it alone; the latest first. */
  public List<Erasure> of(String rsvpId) {
    return jdbc.sql(
            OF_ERASURE + " where e.rsvp_id = :rsvpId group by e.erasure_id order by 2 desc, 1")
        .param("rsvpId", rsvpId)
        .query((row, _) -> erasure(row, rsvpId))
        .list();
  }

  /** Without a receipt of this service; the oldest first. */
  List<Open> withoutReceiptOf(String service, int limit) {
    return jdbc.sql(
            """
            select e.erasure_id, e.rsvp_id, e.meetup_id, e.requested_at from erasures e
             where not exists (
               select from erasure_receipts r
                where r.erasure_id = e.erasure_id and r.rsvp_id = e.rsvp_id
                  and r.service = :service)
             order by e.requested_at limit :limit
            """)
        .param("service", service)
        .param("limit", limit)
        .query((row, _) ->
            new Open(
                row.getString("erasure_id"),
                new RsvpKey(row.getString("rsvp_id"), row.getString("meetup_id")),
                instant(row, "requested_at")))
        .list();
  }

  /** As the topic forgets them. */
  void forgetThoseBefore(Instant time) {
    jdbc.sql(
            """
            with forgotten as (
              delete from erasures where requested_at < :time returning erasure_id, rsvp_id)
            delete from erasure_receipts r using forgotten f
             where r.erasure_id = f.erasure_id and r.rsvp_id = f.rsvp_id
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Erasure erasure(ResultSet row, @Nullable String rsvpId) throws SQLException {
    String erasureId = row.getString("erasure_id");
    int rsvps = row.getInt("rsvps");
    return new Erasure(
        erasureId,
        instant(row, "requested_at"),
        row.getString("requested_by"),
        row.getString("organizer"),
        rsvps,
        receipts(erasureId, rsvpId, rsvps));
  }

  private List<Receipt> receipts(String erasureId, @Nullable String rsvpId, int rsvps) {
    List<Receipt> given =
        jdbc.sql(RECEIPTS)
            .param("erasureId", erasureId)
            .param("rsvpId", rsvpId)
            .query((row, _) -> receipt(row, rsvps))
            .list();
    List<Receipt> all = new ArrayList<>();
    for (String service : OWING) {
      all.add(
          given.stream()
              .filter(receipt -> receipt.service().equals(service))
              .findFirst()
              .orElse(new Receipt(service, 0, null)));
    }
    return all;
  }

  private static Receipt receipt(ResultSet row, int rsvps) throws SQLException {
    int done = row.getInt("rsvps");
    return new Receipt(
        row.getString("service"), done, done < rsvps ? null : instant(row, "completed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
