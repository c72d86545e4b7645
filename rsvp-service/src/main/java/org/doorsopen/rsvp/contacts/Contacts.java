package org.doorsopen.rsvp.contacts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.access.RsvpKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers questions about contacts that are not erased, as far as the read model knows them. Lists
 * of RSVPs are ordered by the age of the contacts, the oldest first, unless a method says
 * otherwise.
 */
@Repository
public class Contacts {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Contacts(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The code of conduct that a person agreed to.
   *
   * @param url as it was published
   * @param version of the meetup that had it
   */
  public record Agreement(String url, int version) {}

  /**
   * What a person has given with an RSVP, beside the name.
   *
   * @param agreement null where nobody asked for one
   */
  public record Given(String email, @Nullable Agreement agreement) {}

  /** By rsvpId; of those RSVPs whose contacts are not erased. */
  public Map<String, Given> givenFor(Collection<String> rsvpIds) {
    return jdbc
        .sql(
            """
            select rsvp_id, email, agreed_url, agreed_version from contacts
             where rsvp_id = any (:rsvpIds) and name is not null
            """)
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .query((row, _) -> {
          String url = row.getString(3);
          Agreement agreement = url == null ? null : new Agreement(url, row.getInt(4));
          return Map.entry(row.getString(1), new Given(row.getString(2), agreement));
        })
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * How a person is called and reached.
   *
   * @param email as typed
   * @param locale a BCP 47 language tag
   * @param receivedAt when it was given first
   * @param agreement null where there is no code of conduct, or nobody asked
   */
  public record Details(
      String name, String email, String locale, Instant receivedAt, @Nullable Agreement agreement) {

    /**
     * The same under another name, and in another language.
     *
     * @param otherLocale null for the same language
     */
    public Details with(String otherName, @Nullable String otherLocale) {
      return new Details(
          otherName, email, otherLocale == null ? locale : otherLocale, receivedAt, agreement);
    }
  }

  /** Empty if the contact is erased or was not read yet. */
  public Optional<Details> detailsOf(String rsvpId) {
    return jdbc.sql(
            """
            select name, email, locale, received_at, agreed_url, agreed_version from contacts
             where rsvp_id = :rsvpId and name is not null
            """)
        .param("rsvpId", rsvpId)
        .query((row, _) ->
            new Details(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5) == null ? null : new Agreement(row.getString(5), row.getInt(6))))
        .optional();
  }

  /** The address of an RSVP, normalized. Empty if its contact is erased or was not read yet. */
  public Optional<String> addressOf(String rsvpId) {
    return jdbc.sql(
            "select normalized_email from contacts where rsvp_id = :rsvpId and name is not null")
        .param("rsvpId", rsvpId)
        .query(String.class)
        .optional();
  }

  /**
   * A page of the RSVPs with this address, of any meetup, in the order of their ids.
   *
   * @param address normalized
   * @param except an RSVP that is left out
   * @param after the last id of the page before; empty for the first page
   */
  public List<RsvpKey> withAddress(String address, String except, String after, int limit) {
    return jdbc.sql(
            """
            select rsvp_id, meetup_id from contacts
             where normalized_email = :address and rsvp_id > :after and rsvp_id <> :except
             order by rsvp_id limit :limit
            """)
        .param("address", address)
        .param("after", after)
        .param("except", except)
        .param("limit", limit)
        .query((row, _) -> new RsvpKey(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * The RSVPs with this address that have seats or wait, of meetups that are still to take place,
   * the next evening first.
   *
   * @param address normalized
   */
  public List<RsvpKey> standingWithAddress(String address, int limit) {
    return jdbc.sql(
            """
            select c.rsvp_id, c.meetup_id from contacts c
              join rsvp_states r on r.rsvp_id = c.rsvp_id
              join meetup_states m on m.meetup_id = c.meetup_id
             where c.normalized_email = :address and r.status in ('CONFIRMED', 'WAITLISTED')
               and m.status <> 'CANCELLED' and m.ends_at > :now
             order by m.ends_at, c.rsvp_id limit :limit
            """)
        .param("address", address)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, _) -> new RsvpKey(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * @param receivedAt when name and address were given
   */
  public record Held(RsvpKey rsvp, Instant receivedAt) {}

  /**
   * The RSVPs with this address, of any meetup, the newest first.
   *
   * @param address normalized
   */
  public List<Held> heldOf(String address, int limit) {
    return jdbc.sql(
            """
            select rsvp_id, meetup_id, received_at from contacts
             where normalized_email = :address order by received_at desc, rsvp_id limit :limit
            """)
        .param("address", address)
        .param("limit", limit)
        .query((row, _) ->
            new Held(
                new RsvpKey(row.getString(1), row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * How many RSVPs have this address.
   *
   * @param address normalized
   */
  public int countOf(String address) {
    return jdbc.sql("select count(*) from contacts where normalized_email = :address")
        .param("address", address)
        .query(Integer.class)
        .single();
  }

  /** Those of the RSVPs whose erasure was read. */
  public Set<String> erasedAmong(List<String> rsvpIds) {
    return Set.copyOf(
        jdbc.sql("select rsvp_id from contacts where rsvp_id = any (:rsvpIds) and name is null")
            .param("rsvpIds", rsvpIds.toArray(String[]::new))
            .query(String.class)
            .list());
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

  /** RSVPs that were declined, or cancelled, before these times. */
  public List<String> ofRsvpsThatEndedBefore(Instant declined, Instant cancelled, int limit) {
    return jdbc.sql(
            """
            select c.rsvp_id from contacts c join rsvp_states r on r.rsvp_id = c.rsvp_id
             where c.name is not null
               and (r.status = 'DECLINED' and r.decided_at < :declined
                    or r.status = 'CANCELLED' and r.decided_at < :cancelled)
             order by c.received_at limit :limit
            """)
        .param("declined", declined.atOffset(ZoneOffset.UTC))
        .param("cancelled", cancelled.atOffset(ZoneOffset.UTC))
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
