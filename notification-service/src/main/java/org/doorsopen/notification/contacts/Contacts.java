package org.doorsopen.notification.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
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

  public Contact of(String rsvpId) {
    return database
        .sql("select name, email, locale, erased_at from contact where rsvp_id = ?")
        .param(rsvpId)
        .query(Contacts::read)
        .optional()
        .orElseGet(Contact.Awaited::new);
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

  private static Contact read(ResultSet row, int number) throws SQLException {
    if (row.getTimestamp("erased_at") != null) {
      return new Contact.Erased();
    }
    return new Contact.Known(
        row.getString("name"),
        row.getString("email"),
        Locale.forLanguageTag(row.getString("locale")));
  }
}
