package org.doorsopen.schedule.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.schedule.meetups.json.MeetupJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetups of the organizers, as last saved. */
@Repository
public class Drafts {

  private static final String SELECT =
      """
      select m.meetup_id, m.number, m.edit, m.draft,
             latest.version, latest.status, latest.meetup, latest.published_at,
             latest.published_by,
             first.published_at as first_published_at
        from meetups m
        left join lateral (select * from publications p where p.meetup_id = m.meetup_id
                            order by p.version desc limit 1) latest on true
        left join publications first on first.meetup_id = m.meetup_id and first.version = 1
      """;

  private final JdbcClient jdbc;

  Drafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Draft> find(UUID meetupId) {
    return jdbc.sql(SELECT + "where m.meetup_id = ?")
        .param(meetupId)
        .query(Drafts::draft)
        .optional();
  }

  /**
   * The same.
   *
   * @throws MeetupNotFound if there is none
   */
  public Draft get(UUID meetupId) {
    return find(meetupId).orElseThrow(MeetupNotFound::new);
  }

  /**
   * The draft, which nobody else edits, publishes or cancels until the transaction ends. It is read
   * after the lock is held: one statement for both would see the publications as they were before
   * it waited.
   */
  public Optional<Draft> lock(UUID meetupId) {
    jdbc.sql("select 1 from meetups where meetup_id = ? for update")
        .param(meetupId)
        .query()
        .listOfRows();
    return find(meetupId);
  }

  public boolean exists(UUID meetupId) {
    return find(meetupId).isPresent();
  }

  /** Those with a smaller number, newest first. */
  public List<Draft> list(int limit, long before) {
    return jdbc.sql(SELECT + "where m.number < ? order by m.number desc limit ?")
        .param(before)
        .param(limit)
        .query(Drafts::draft)
        .list();
  }

  /** The draft that was created by the same wish. */
  Optional<Draft> find(Creation creation) {
    return jdbc.sql(
            SELECT
                + "where m.creation_organizer = ? and m.creation_key = ? and m.creation_digest = ?")
        .param(creation.organizer())
        .param(creation.key())
        .param(creation.digest())
        .query(Drafts::draft)
        .optional();
  }

  /**
   * Adds a draft. False if another one has the key of its creation; if that one is being added at
   * this moment, it waits for the end of that transaction.
   */
  boolean add(UUID meetupId, Meetup meetup, @Nullable Creation creation, Instant now) {
    return jdbc.sql(
                """
                insert into meetups (meetup_id, edit, draft, created_at, edited_at,
                                     creation_organizer, creation_key, creation_digest)
                values (?, 1, ?::jsonb, ?, ?, ?, ?, ?)
                on conflict (creation_organizer, creation_key) do nothing
                """)
            .param(meetupId)
            .param(MeetupJson.of(meetup))
            .param(now.atOffset(ZoneOffset.UTC))
            .param(now.atOffset(ZoneOffset.UTC))
            .param(creation == null ? null : creation.organizer())
            .param(creation == null ? null : creation.key())
            .param(creation == null ? null : creation.digest())
            .update()
        == 1;
  }

  void edit(UUID meetupId, Meetup meetup, Instant now) {
    jdbc.sql(
            """
            update meetups set edit = edit + 1, draft = ?::jsonb, edited_at = ?
             where meetup_id = ?
            """)
        .param(MeetupJson.of(meetup))
        .param(now.atOffset(ZoneOffset.UTC))
        .param(meetupId)
        .update();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getObject("meetup_id", UUID.class),
        row.getLong("number"),
        row.getInt("edit"),
        MeetupJson.meetup(row.getString("draft")),
        latest(row));
  }

  private static @Nullable PublishedVersion latest(ResultSet row) throws SQLException {
    String status = row.getString("status");
    return status == null
        ? null
        : new PublishedVersion(
            row.getInt("version"),
            MeetupStatus.valueOf(status),
            MeetupJson.meetup(row.getString("meetup")),
            row.getObject("published_at", OffsetDateTime.class).toInstant(),
            row.getObject("first_published_at", OffsetDateTime.class).toInstant(),
            row.getString("published_by"));
  }
}
