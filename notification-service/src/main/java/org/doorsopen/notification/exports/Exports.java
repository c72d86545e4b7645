package org.doorsopen.notification.exports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The data that was gathered for mails that people asked for, the latest for each RSVP. */
@Repository
public class Exports {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  Exports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Joins the caller's transaction. */
  public void put(String rsvpId, Instant askedAt, HeldElsewhere held) {
    jdbc.sql(
            """
            insert into exports (rsvp_id, asked_at, held) values (?, ?, cast(? as jsonb))
            on conflict (rsvp_id) do update set asked_at = excluded.asked_at, held = excluded.held
            where exports.asked_at <= excluded.asked_at
            """)
        .params(rsvpId, askedAt.atOffset(ZoneOffset.UTC), JSON.writeValueAsString(held))
        .update();
  }

  /** Empty once it was erased, or was kept for long enough. */
  public Optional<HeldElsewhere> of(String rsvpId) {
    return jdbc.sql("select held from exports where rsvp_id = ?")
        .param(rsvpId)
        .query((row, _) -> JSON.readValue(row.getString("held"), HeldElsewhere.class))
        .optional();
  }

  public void erase(String rsvpId) {
    jdbc.sql("delete from exports where rsvp_id = ?").param(rsvpId).update();
  }

  public void forgetBefore(Instant time) {
    jdbc.sql("delete from exports where asked_at < ?")
        .param(time.atOffset(ZoneOffset.UTC))
        .update();
  }
}
