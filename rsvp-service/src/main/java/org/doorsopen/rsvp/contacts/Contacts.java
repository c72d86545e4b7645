package org.doorsopen.rsvp.contacts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.doorsopen.rsvp.access.RsvpKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts that are not erased. */
@Repository
public class Contacts {

  private static final int MOST_OF_ONE_ADDRESS = 1_000;

  private final JdbcClient jdbc;

  Contacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All other RSVPs, of any meetup, with the address of this one. */
  public List<RsvpKey> sharingTheAddressOf(String rsvpId) {
    return jdbc.sql(
            """
            SELECT other.rsvp_id, other.meetup_id
              FROM contacts own
              JOIN contacts other ON other.normalized_email = own.normalized_email
             WHERE own.rsvp_id = :rsvpId AND other.rsvp_id <> :rsvpId
             ORDER BY other.received_at DESC
             LIMIT :most
            """)
        .param("rsvpId", rsvpId)
        .param("most", MOST_OF_ONE_ADDRESS)
        .query((row, _) -> new RsvpKey(row.getString(1), row.getString(2)))
        .list();
  }

  public List<String> ofMeetupsOverBefore(Instant time, int limit) {
    return jdbc.sql(
            """
            SELECT c.rsvp_id FROM contacts c JOIN meetups m ON m.meetup_id = c.meetup_id
             WHERE c.name IS NOT NULL AND m.ends_at < :time
             ORDER BY c.received_at LIMIT :limit
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /**
   * Those of RSVPs that are cancelled by an erasure, and those that came before the time, but after
   * the end of their RSVP: who sends a request again with the same key brings the contact back, but
   * not the RSVP.
   */
  public List<String> ofEndedRsvps(Instant time, int limit) {
    return jdbc.sql(
            """
            SELECT c.rsvp_id FROM contacts c JOIN rsvps r ON r.rsvp_id = c.rsvp_id
             WHERE c.name IS NOT NULL AND r.status IN ('CANCELLED', 'DECLINED')
               AND (r.reason = 'ERASURE'
                    OR c.received_at < :time AND c.received_at > r.decided_at)
             ORDER BY c.received_at LIMIT :limit
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  public List<String> withoutDecisionFromBefore(Instant time, int limit) {
    return jdbc.sql(
            """
            SELECT c.rsvp_id FROM contacts c
             WHERE c.name IS NOT NULL AND c.received_at < :time
               AND NOT EXISTS (SELECT FROM rsvps r WHERE r.rsvp_id = c.rsvp_id)
             ORDER BY c.received_at LIMIT :limit
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }
}
