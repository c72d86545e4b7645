package org.doorsopen.notification.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.notification.mails.Erasures;
import org.doorsopen.notification.retention.ErasedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names and addresses by RSVP. */
@Repository
public class Contacts implements Erasures, ErasedIds {

  private static final String FIND =
      """
      select contact.* from unnest((select cast(:rsvpIds as text[]))) as wanted (id)
        cross join lateral (select * from contacts where rsvp_id = wanted.id offset 0) as contact
      """;

  private static final String IS_ERASED =
      "select erased_at is not null from contacts where rsvp_id = :rsvpId for share";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Contacts(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By RSVP; an RSVP without one is {@link Contact.Awaited}. */
  public Map<String, Contact> of(Collection<String> rsvpIds) {
    Map<String, Contact> contacts = new HashMap<>();
    jdbc.sql(FIND)
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .query(row -> {
          contacts.put(row.getString("rsvp_id"), read(row));
        });
    return contacts;
  }

  /**
   * A contact that was given before its erasure was asked for is not kept: topics are read
   * independently, so it may come after that.
   */
  void put(String rsvpId, Contact.Known contact, Instant providedAt) {
    jdbc.sql(
            """
            insert into contacts (rsvp_id, name, email, locale) values (?, ?, ?, ?)
            on conflict (rsvp_id) do update set name = excluded.name, email = excluded.email,
              locale = excluded.locale, erased_at = null
              where contacts.erasure_requested_at is null or contacts.erasure_requested_at < ?
            """)
        .params(
            rsvpId,
            contact.name(),
            contact.email(),
            contact.locale().toLanguageTag(),
            providedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * @param requestedAt when the erasure was asked for
   */
  void erase(String rsvpId, Instant requestedAt) {
    erase(rsvpId);
    jdbc.sql(
            """
            update contacts set erasure_requested_at = greatest(erasure_requested_at, ?)
            where rsvp_id = ?
            """)
        .params(requestedAt.atOffset(ZoneOffset.UTC), rsvpId)
        .update();
  }

  void erase(String rsvpId) {
    jdbc.sql(
            """
            insert into contacts (rsvp_id, erased_at) values (?, ?)
            on conflict (rsvp_id) do update set name = null, email = null, locale = null,
              erased_at = excluded.erased_at
            """)
        .params(rsvpId, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void forgetErasedBefore(Instant time) {
    jdbc.sql("delete from contacts where erased_at < ?")
        .param(time.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public boolean isErased(String rsvpId) {
    return jdbc.sql(IS_ERASED)
        .param("rsvpId", rsvpId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private static Contact read(ResultSet row) throws SQLException {
    if (row.getObject("erased_at") != null) {
      return new Contact.Erased();
    }
    return new Contact.Known(
        row.getString("name"),
        row.getString("email"),
        Locale.forLanguageTag(row.getString("locale")));
  }
}
