package org.doorsopen.rsvp.meetups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.doorsopen.rsvp.meetups.MeetupsPage.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds the published meetups that the read model knows. */
@Repository
public class Meetups {

  private static final String SELECT =
      """
      select m.meetup_id, m.version, m.status, m.published_at, m.meetup,
             coalesce(s.confirmed_seats, 0) as confirmed_seats,
             coalesce(s.waitlisted_parties, 0) as waitlisted_parties,
             coalesce(s.reserved_seats, 0) as reserved_seats
        from meetups m left join taken_seats s on s.meetup_id = m.meetup_id
      """;

  private static final String TAG =
      "concat_ws('-', m.version, m.status, s.confirmed_seats, s.waitlisted_parties)";
  private static final String TAGGED =
      " from meetups m left join taken_seats s on s.meetup_id = m.meetup_id";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Meetups(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Empty before the first publication. */
  public Optional<Meetup> find(String meetupId) {
    return jdbc.sql(SELECT + " where m.meetup_id = :meetupId")
        .param("meetupId", meetupId)
        .query(this::meetup)
        .optional();
  }

  /**
   * Changes whenever a meetup or its seats do. It is read without the contents, so that a client
   * that has them costs little.
   */
  public Optional<String> tag(String meetupId) {
    return jdbc.sql("select " + TAG + TAGGED + " where m.meetup_id = :meetupId")
        .param("meetupId", meetupId)
        .query(String.class)
        .optional();
  }

  /** The same of what {@link #notOverAt} finds. */
  public String tagOfNotOver(Instant now, Place after, int limit) {
    return jdbc.sql(
            """
            select md5(coalesce(string_agg(meetup_id || '-' || tag, ','), ''))
              from (select m.meetup_id, %s as tag %s
                     where m.ends_at > :now and (m.starts_at, m.meetup_id) > (:startsAt, :meetupId)
                     order by m.starts_at, m.meetup_id limit :limit) listed
            """
                .formatted(TAG, TAGGED))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("startsAt", after.startsAt().atOffset(ZoneOffset.UTC))
        .param("meetupId", after.meetupId())
        // One more says whether there is a next page.
        .param("limit", limit + 1)
        .query(String.class)
        .single();
  }

  /** Whether the read model has read any publication of the meetup. */
  public boolean isPublished(String meetupId) {
    return jdbc.sql("select exists (select from meetups where meetup_id = :meetupId)")
        .param("meetupId", meetupId)
        .query(Boolean.class)
        .single();
  }

  /** When the meetup is over, as it is published now. Empty before the first publication. */
  public Optional<Instant> endsAt(String meetupId) {
    return jdbc.sql("select ends_at from meetups where meetup_id = :meetupId")
        .param("meetupId", meetupId)
        .query((row, _) -> instant(row, "ends_at"))
        .optional();
  }

  /**
   * How many guests a party may have, as the read model knows. Empty before the first publication.
   */
  public Optional<Integer> maxGuests(String meetupId) {
    return jdbc.sql(
            """
            select cast(meetup ->> 'maxGuests' as integer) from meetups
            where meetup_id = :meetupId
            """)
        .param("meetupId", meetupId)
        .query(Integer.class)
        .optional();
  }

  /**
   * Meetups that end after the given time, by their start; cancelled ones too.
   *
   * @param after the place of the last one of the page before
   * @param limit how many at most
   */
  public MeetupsPage notOverAt(Instant now, Place after, int limit) {
    List<Meetup> found =
        jdbc.sql(
                SELECT
                    + """
                     where m.ends_at > :now and (m.starts_at, m.meetup_id) > (:startsAt, :meetupId)
                     order by m.starts_at, m.meetup_id limit :limit
                    """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("startsAt", after.startsAt().atOffset(ZoneOffset.UTC))
            .param("meetupId", after.meetupId())
            .param("limit", limit + 1)
            .query(this::meetup)
            .list();
    List<Meetup> page = found.subList(0, Math.min(limit, found.size()));
    return new MeetupsPage(page, found.size() > limit ? Place.of(page.getLast()) : null);
  }

  /** The contents of the first publication. Empty also where that was not read. */
  public Optional<PublishedMeetup> asPublishedFirst(String meetupId) {
    return jdbc.sql("select meetup from first_publications where meetup_id = :meetupId")
        .param("meetupId", meetupId)
        .query((row, _) -> json.readValue(row.getString("meetup"), PublishedMeetup.class))
        .optional();
  }

  /**
   * Meetups that are over, the latest start first; cancelled ones too.
   *
   * @param before the place of the last one of the page before
   * @param limit how many at most
   */
  public MeetupsPage overAt(Instant now, Place before, int limit) {
    List<Meetup> found =
        jdbc.sql(
                SELECT
                    + """
                     where m.ends_at <= :now and (m.starts_at, m.meetup_id) < (:startsAt, :meetupId)
                     order by m.starts_at desc, m.meetup_id desc limit :limit
                    """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("startsAt", before.startsAt().atOffset(ZoneOffset.UTC))
            .param("meetupId", before.meetupId())
            .param("limit", limit + 1)
            .query(this::meetup)
            .list();
    List<Meetup> page = found.subList(0, Math.min(limit, found.size()));
    return new MeetupsPage(page, found.size() > limit ? Place.of(page.getLast()) : null);
  }

  /** The first meetup that takes place and is not over; empty if none is announced. */
  public Optional<Meetup> next(Instant now) {
    return jdbc.sql(
            SELECT
                + """
                 where m.ends_at > :now and m.status <> 'CANCELLED'
                 order by m.starts_at, m.meetup_id limit 1
                """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(this::meetup)
        .optional();
  }

  /** Meetups that end after the given time, those published last first; cancelled ones too. */
  public List<Meetup> publishedLast(Instant endAfter, int limit) {
    return jdbc.sql(
            SELECT
                + " where m.ends_at > :endAfter"
                + " order by m.published_at desc, m.meetup_id limit :limit")
        .param("endAfter", endAfter.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(this::meetup)
        .list();
  }

  /** Changes whenever {@link #publishedLast} finds another publication. */
  public String tagOfPublications(Instant endAfter, int limit) {
    return jdbc.sql(
            """
            select md5(coalesce(string_agg(meetup_id || '-' || version, ','), ''))
              from (select meetup_id, version from meetups where ends_at > :endAfter
                     order by published_at desc, meetup_id limit :limit) listed
            """)
        .param("endAfter", endAfter.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(String.class)
        .single();
  }

  private Meetup meetup(ResultSet row, int number) throws SQLException {
    PublishedMeetup contents = json.readValue(row.getString("meetup"), PublishedMeetup.class);
    return new Meetup(
        row.getString("meetup_id"),
        row.getInt("version"),
        MeetupStatus.valueOf(row.getString("status")),
        instant(row, "published_at"),
        contents,
        new Meetup.Seats(
            contents.seating().capacity(),
            row.getInt("confirmed_seats"),
            row.getInt("waitlisted_parties"),
            Math.max(0, contents.seating().reservedSeats() - row.getInt("reserved_seats"))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
