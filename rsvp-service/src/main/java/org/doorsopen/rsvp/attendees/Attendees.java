package org.doorsopen.rsvp.attendees;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class Attendees {

  private final JdbcClient jdbc;
  private final RsvpStatuses statuses;

  Attendees(JdbcClient jdbc, RsvpStatuses statuses) {
    this.jdbc = jdbc;
    this.statuses = statuses;
  }

  /** All that were decided about, in the order of their first decision. */
  @Transactional(readOnly = true)
  public List<Attendee> of(String meetupId) {
    Map<String, String> emails = emails(meetupId);
    return statuses.decided(meetupId).stream()
        .map(it -> Attendee.of(it, emails.get(it.rsvpId())))
        .toList();
  }

  private Map<String, String> emails(String meetupId) {
    return jdbc
        .sql(
            """
            SELECT rsvp_id, email FROM contacts
             WHERE meetup_id = :meetupId AND name IS NOT NULL
            """)
        .param("meetupId", meetupId)
        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
