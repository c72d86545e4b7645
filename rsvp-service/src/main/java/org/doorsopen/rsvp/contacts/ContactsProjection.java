package org.doorsopen.rsvp.contacts;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.identity.EmailAddresses;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Latest;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.Agreement;
import org.doorsopen.schemas.events.ContactProvided;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes names and addresses, until a tombstone erases them. An erased contact keeps a row with
 * nothing but its offset, so that an older record cannot bring it back.
 */
@Component
class ContactsProjection implements Projection {

  private static final KeyedTable CONTACTS = new KeyedTable("contacts", "rsvp_id");

  @Override
  public String topic() {
    return Topics.CONTACTS;
  }

  @Override
  public List<KeyedTable> tables() {
    return List.of(CONTACTS);
  }

  @Override
  public Collection<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    List<Object[]> provided = new ArrayList<>();
    List<Object[]> erased = new ArrayList<>();
    Set<String> meetups = new HashSet<>();
    List<ConsumerRecord<String, Object>> known =
        batch.stream().filter(ContactsProjection::concernsAContact).toList();
    for (ConsumerRecord<String, Object> latest : Latest.of(known, ConsumerRecord::key)) {
      if (latest.value() instanceof ContactProvided contact) {
        provided.add(row(latest.key(), contact, latest.offset()));
        meetups.add(contact.getMeetupId());
      } else {
        erased.add(new Object[] {latest.key(), latest.offset()});
      }
    }
    meetups.addAll(meetupsOf(jdbc, erased));
    provide(jdbc, provided);
    erase(jdbc, erased);
    return meetups;
  }

  private static boolean concernsAContact(ConsumerRecord<String, Object> read) {
    return !Topics.NOBODY.equals(read.key())
        && (read.value() == null || read.value() instanceof ContactProvided);
  }

  private static Object[] row(String rsvpId, ContactProvided contact, long offset) {
    Agreement agreement = contact.getAgreement();
    return new Object[] {
      rsvpId,
      contact.getMeetupId(),
      contact.getName(),
      contact.getEmail(),
      EmailAddresses.normalize(contact.getEmail()),
      contact.getLocale(),
      contact.getProvidedAt().atOffset(ZoneOffset.UTC),
      agreement == null ? null : agreement.getUrl(),
      agreement == null ? null : agreement.getScheduleVersion(),
      offset
    };
  }

  private static void provide(JdbcTemplate jdbc, List<Object[]> rows) {
    jdbc.batchUpdate(
        """
        insert into contacts (rsvp_id, meetup_id, name, email, normalized_email, locale,
                              received_at, agreed_url, agreed_version, read_offset)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (rsvp_id) do update
           set meetup_id = excluded.meetup_id, name = excluded.name, email = excluded.email,
               normalized_email = excluded.normalized_email, locale = excluded.locale,
               received_at = excluded.received_at,
               agreed_url = coalesce(excluded.agreed_url, contacts.agreed_url),
               agreed_version = coalesce(excluded.agreed_version, contacts.agreed_version),
               read_offset = excluded.read_offset
         where contacts.read_offset < excluded.read_offset
        """,
        rows);
  }

  private static void erase(JdbcTemplate jdbc, List<Object[]> rows) {
    jdbc.batchUpdate(
        """
        insert into contacts (rsvp_id, read_offset) values (?, ?)
        on conflict (rsvp_id) do update
           set meetup_id = null, name = null, email = null, normalized_email = null,
               locale = null, received_at = null, agreed_url = null, agreed_version = null,
               read_offset = excluded.read_offset
         where contacts.read_offset < excluded.read_offset
        """,
        rows);
  }

  private static List<String> meetupsOf(JdbcTemplate jdbc, List<Object[]> erased) {
    return erased.isEmpty()
        ? List.of()
        : jdbc.queryForList(
            """
            select distinct meetup_id from contacts
             where rsvp_id = any (?) and meetup_id is not null
            """,
            String.class,
            (Object) erased.stream().map(row -> (String) row[0]).toArray(String[]::new));
  }
}
