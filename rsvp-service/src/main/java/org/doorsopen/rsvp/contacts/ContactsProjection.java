package org.doorsopen.rsvp.contacts;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.identity.EmailAddresses;
import org.doorsopen.rsvp.readmodel.Latest;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ContactProvided;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Names and addresses, until a tombstone erases them. */
@Component
public class ContactsProjection {

  private final JdbcTemplate jdbc;

  public ContactsProjection(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Collection<String> write(List<ConsumerRecord<String, Object>> batch) {
    List<Object[]> provided = new ArrayList<>();
    List<Object[]> erased = new ArrayList<>();
    Set<String> meetups = new HashSet<>();
    List<ConsumerRecord<String, Object>> known =
        batch.stream()
            .filter(it -> !Topics.NOBODY.equals(it.key()))
            .filter(it -> it.value() == null || it.value() instanceof ContactProvided)
            .toList();
    for (ConsumerRecord<String, Object> latest : Latest.of(known, ConsumerRecord::key)) {
      if (latest.value() instanceof ContactProvided contact) {
        provided.add(row(latest.key(), contact, latest.offset()));
        meetups.add(contact.getMeetupId());
      } else {
        erased.add(new Object[] {latest.key(), latest.offset()});
      }
    }
    meetups.addAll(meetupsOf(erased));
    provide(provided);
    erase(erased);
    return meetups;
  }

  private static Object[] row(String rsvpId, ContactProvided it, long offset) {
    return new Object[] {
      rsvpId,
      it.getMeetupId(),
      it.getName(),
      it.getEmail(),
      EmailAddresses.normalize(it.getEmail()),
      it.getLocale(),
      it.getProvidedAt().atOffset(ZoneOffset.UTC),
      offset
    };
  }

  private void provide(List<Object[]> rows) {
    jdbc.batchUpdate(
        """
        INSERT INTO contacts (rsvp_id, meetup_id, name, email, normalized_email, locale,
                              received_at, read_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (rsvp_id) DO UPDATE
           SET meetup_id = excluded.meetup_id, name = excluded.name, email = excluded.email,
               normalized_email = excluded.normalized_email, locale = excluded.locale,
               received_at = excluded.received_at, read_offset = excluded.read_offset
         WHERE contacts.read_offset < excluded.read_offset
        """,
        rows);
  }

  private void erase(List<Object[]> rows) {
    jdbc.batchUpdate(
        """
        INSERT INTO contacts (rsvp_id, read_offset) VALUES (?, ?)
        ON CONFLICT (rsvp_id) DO UPDATE
           SET meetup_id = NULL, name = NULL, email = NULL, normalized_email = NULL,
               locale = NULL, received_at = NULL, read_offset = excluded.read_offset
         WHERE contacts.read_offset < excluded.read_offset
        """,
        rows);
  }

  private List<String> meetupsOf(List<Object[]> erased) {
    return erased.isEmpty()
        ? List.of()
        : jdbc.queryForList(
            """
            SELECT DISTINCT meetup_id FROM contacts
             WHERE rsvp_id = ANY (?) AND meetup_id IS NOT NULL
            """,
            String.class,
            (Object) erased.stream().map(it -> (String) it[0]).toArray(String[]::new));
  }
}
