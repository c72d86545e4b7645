package org.doorsopen.notification.explanations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The words that organizers wrote for people whose RSVPs they cancelled, the latest for each RSVP.
 * They may say anything about a person, so they go with the contact.
 */
@Repository
public class Explanations {

  private final JdbcClient jdbc;

  Explanations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Joins the caller's transaction. */
  public void put(String rsvpId, String words, Instant writtenAt) {
    jdbc.sql(
            """
            insert into explanations (rsvp_id, words, written_at) values (?, ?, ?)
            on conflict (rsvp_id) do update
              set words = excluded.words, written_at = excluded.written_at
            where explanations.written_at <= excluded.written_at
            """)
        .params(rsvpId, words, writtenAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Empty before they were read, and once they were erased or kept for long enough. */
  public Optional<String> of(String rsvpId) {
    return jdbc.sql("select words from explanations where rsvp_id = ?")
        .param(rsvpId)
        .query(String.class)
        .optional();
  }

  public void erase(String rsvpId) {
    jdbc.sql("delete from explanations where rsvp_id = ?").param(rsvpId).update();
  }

  public void forgetBefore(Instant time) {
    jdbc.sql("delete from explanations where written_at < ?")
        .param(time.atOffset(ZoneOffset.UTC))
        .update();
  }
}
