package org.doorsopen.rsvp.deliveries;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers whose mails reach nobody, as far as the read model knows. */
@Repository
public class Deliveries {

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By rsvpId; those whose mails arrive are not among them. */
  public Map<String, Undelivered> undeliveredAt(String meetupId) {
    return undelivered(
        "select rsvp_id, reason, since from deliveries where meetup_id = ? and reason is not null",
        meetupId);
  }

  /** Those of the RSVPs whose mails reach nobody, by rsvpId. */
  public Map<String, Undelivered> undeliveredAmong(Collection<String> rsvpIds) {
    return undelivered(
        "select rsvp_id, reason, since from deliveries where rsvp_id = any (?) and reason is not"
            + " null",
        rsvpIds.toArray(String[]::new));
  }

  private Map<String, Undelivered> undelivered(String sql, Object of) {
    return jdbc
        .sql(sql)
        .param(of)
        .query((row, _) ->
            Map.entry(
                row.getString("rsvp_id"),
                new Undelivered(
                    Undelivered.Reason.named(row.getString("reason")),
                    row.getObject("since", OffsetDateTime.class).toInstant())))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
