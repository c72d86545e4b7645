package org.doorsopen.notification.publications;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Meetups whose mails about changes are held back. Callers hold the lock of the meetup. */
@Repository
class Holds {

  private final JdbcClient jdbc;

  Holds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param by the organizer's name
   */
  record Hold(Instant until, String by) {}

  Optional<Hold> of(String meetupId) {
    return jdbc.sql("select held_until, held_by from announcement_holds where meetup_id = ?")
        .param(meetupId)
        .query((row, _) ->
            new Hold(
                row.getObject("held_until", OffsetDateTime.class).toInstant(),
                row.getString("held_by")))
        .optional();
  }

  void put(String meetupId, Hold hold) {
    jdbc.sql(
            """
            insert into announcement_holds (meetup_id, held_until, held_by) values (?, ?, ?)
            on conflict (meetup_id) do update
              set held_until = excluded.held_until, held_by = excluded.held_by
            """)
        .params(meetupId, hold.until().atOffset(ZoneOffset.UTC), hold.by())
        .update();
  }

  void remove(String meetupId) {
    jdbc.sql("delete from announcement_holds where meetup_id = ?").param(meetupId).update();
  }
}
