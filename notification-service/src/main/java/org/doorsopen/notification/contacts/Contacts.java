package org.doorsopen.notification.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names and addresses by RSVP. */
@Repository
public class Contacts {

  private final JdbcClient database;
  private final Clock clock;

  Contacts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** By RSVP; who is missing is {@link Contact.Awaited}. */
  public Map<String, Contact> of(Collection<String> rsvpIds) {
    Map<String, Contact> contacts = new HashMap<>();
    database
        .sql("select rsvp_id, name, email, locale, erased_at from contact where rsvp_id = any(?)")
        .param(rsvpIds.toArray(String[]::new))
        .query(row -> {
          contacts.put(row.getString("rsvp_id"), read(row));
        });
    return contacts;
  }

  void put(String rsvpId, Contact.Known contact) {
    database
        .sql(
            """
            insert into contact (rsvp_id, name, email, locale) values (?, ?, ?, ?)
            on conflict (rsvp_id) do update set name = excluded.name, email = excluded.email,
              locale = excluded.locale, erased_at = null
            """)
        .params(rsvpId, contact.name(), contact.email(), contact.locale().toLanguageTag())
        .update();
  }

  void erase(String rsvpId) {
    database
        .sql(
            """
            insert into contact (rsvp_id, erased_at) values (?, ?)
            on conflict (rsvp_id) do update set name = null, email = null, locale = null,
              erased_at = excluded.erased_at
            """)
        .params(rsvpId, Timestamp.from(clock.instant()))
        .update();
  }

  private static Contact read(ResultSet row) throws SQLException {
    if (row.getTimestamp("erased_at") != null) {
      return new Contact.Erased();
    }
    return new Contact.Known(
        row.getString("name"),
        row.getString("email"),
        Locale.forLanguageTag(row.getString("locale")));
  }
}
