package org.doorsopen.rsvp.cancellations;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.access.RsvpKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers which organizer has cancelled an RSVP. The event of the cancellation says it as well,
 * for as long as the topic keeps it, so a row that is lost stops nothing.
 */
@Repository
public class OrganizerCancellations {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  OrganizerCancellations(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The first of several stays, as only the first has done anything.
   *
   * @param organizer a name, never an address
   */
  public void add(RsvpKey rsvp, String organizer) {
    jdbc.sql(
            """
            insert into organizer_cancellations (rsvp_id, meetup_id, organizer, cancelled_at)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .param(rsvp.rsvpId())
        .param(rsvp.meetupId())
        .param(organizer)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The names of the organizers who cancelled some of these RSVPs, by rsvpId. */
  public Map<String, String> among(Collection<String> rsvpIds) {
    return jdbc
        .sql("select rsvp_id, organizer from organizer_cancellations where rsvp_id = any (?)")
        .param(rsvpIds.toArray(String[]::new))
        .query((row, _) -> Map.entry(row.getString("rsvp_id"), row.getString("organizer")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
