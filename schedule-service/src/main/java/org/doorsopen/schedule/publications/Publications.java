package org.doorsopen.schedule.publications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.meetups.json.MeetupJson;
import org.doorsopen.schemas.Traceparent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All versions of all meetups, sent or not. */
@Repository
public class Publications {

  private final JdbcClient jdbc;

  Publications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Publication publication) {
    jdbc.sql(
            """
            insert into publications (meetup_id, version, status, meetup, changes, note, notify,
                                      published_at, published_by, traceparent)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
            """)
        .param(publication.meetupId())
        .param(publication.version())
        .param(publication.status().name())
        .param(MeetupJson.of(publication.meetup()))
        .param(MeetupJson.of(publication.changes()))
        .param(publication.note())
        .param(publication.audience().name())
        .param(publication.publishedAt().atOffset(ZoneOffset.UTC))
        .param(publication.publishedBy())
        .param(publication.traceparent().value())
        .update();
  }

  /** In the order of the versions; empty also if there is no such meetup. */
  public List<Publication> of(UUID meetupId) {
    return jdbc.sql("select * from publications where meetup_id = ? order by version")
        .param(meetupId)
        .query(Publications::publication)
        .list();
  }

  /**
   * The meetup's next version to send, which no other job sends until the transaction ends: a
   * second job waits here for the first, and then sees what that one has left.
   */
  Optional<Publication> lockNextUnsent(UUID meetupId) {
    return jdbc.sql(
            """
            select * from publications where meetup_id = ? and sent_at is null
             order by version limit 1 for update
            """)
        .param(meetupId)
        .query(Publications::publication)
        .optional();
  }

  /** Meetups of which Kafka does not have every version. */
  List<UUID> unsent() {
    return jdbc.sql("select distinct meetup_id from publications where sent_at is null")
        .query(UUID.class)
        .list();
  }

  void markSent(Publication publication, Instant sentAt) {
    jdbc.sql("update publications set sent_at = ? where meetup_id = ? and version = ?")
        .param(sentAt.atOffset(ZoneOffset.UTC))
        .param(publication.meetupId())
        .param(publication.version())
        .update();
  }

  private static Publication publication(ResultSet row, int number) throws SQLException {
    OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
    return new Publication(
        row.getObject("meetup_id", UUID.class),
        row.getInt("version"),
        MeetupStatus.valueOf(row.getString("status")),
        MeetupJson.meetup(row.getString("meetup")),
        MeetupJson.changes(row.getString("changes")),
        row.getString("note"),
        Notify.valueOf(row.getString("notify")),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"),
        Traceparent.parse(row.getString("traceparent")),
        sentAt == null ? null : sentAt.toInstant());
  }
}
