package org.doorsopen.rsvp.contacts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.access.RsvpKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers questions about contacts that are not erased, as far as the read model knows them. Lists
 * of RSVPs are ordered by the age of the contacts, the oldest first, unless a method says
 * otherwise.
 */
@Repository
public class Contacts {

  private static final int MAX_OF_ONE_ADDRESS = 1_000;

  private final JdbcClient jdbc;

  Contacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The addresses of everybody who asked for a seat at the meetup, by rsvpId. */
  public Map<String, String> addressesOf(String meetupId) {
    return jdbc
        .sql(
            """
            select rsvp_id, email from contacts
             where meetup_id = :meetupId and name is not null
            """)
        .param("meetupId", meetupId)
        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * All other RSVPs, of any meetup, with the address of this one: up to a thousand, the latest
   * first. None if the contact of this one is not known.
   */
  public List<RsvpKey> sharingTheAddressOf(String rsvpId) {
    return jdbc.sql(
            """
            select other.rsvp_id, other.meetup_id
              from contacts own
              join contacts other on other.normalized_email = own.normalized_email
             where own.rsvp_id = :rsvpId and other.rsvp_id <> :rsvpId
             order by other.received_at desc
             limit :max
            """)
        .param("rsvpId", rsvpId)
        .param("max", MAX_OF_ONE_ADDRESS)
        .query((row, _) -> new RsvpKey(row.getString(1), row.getString(2)))
        .list();
  }

  /** RSVPs for meetups that ended before the given time. */
  public List<String> ofMeetupsOverBefore(Instant time, int limit) {
    return jdbc.sql(
            """
            select c.rsvp_id from contacts c join meetup_states m on m.meetup_id = c.meetup_id
             where c.name is not null and m.ends_at < :time
             order by c.received_at limit :limit
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /**
   * RSVPs that an erasure has cancelled, and RSVPs whose contact came before the given time, but
   * after their end: a request that is sent again with the same Idempotency-Key brings the contact
   * back, but not the RSVP.
   */
  public List<String> ofEndedRsvps(Instant time, int limit) {
    return jdbc.sql(
            """
            select c.rsvp_id from contacts c join rsvp_states r on r.rsvp_id = c.rsvp_id
             where c.name is not null and r.status in ('CANCELLED', 'DECLINED')
               and (r.reason = 'ERASURE'
                    or c.received_at < :time and c.received_at > r.decided_at)
             order by c.received_at limit :limit
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /** RSVPs whose contact came before the given time, and of which no decision was read. */
  public List<String> withoutDecisionFromBefore(Instant time, int limit) {
    return jdbc.sql(
            """
            select c.rsvp_id from contacts c
             where c.name is not null and c.received_at < :time
               and not exists (select from rsvp_states r where r.rsvp_id = c.rsvp_id)
             order by c.received_at limit :limit
            """)
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .list();
  }
}
