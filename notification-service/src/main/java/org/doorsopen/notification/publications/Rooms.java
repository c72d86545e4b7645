package org.doorsopen.notification.publications;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The online rooms of meetups, and the publications that wait for theirs. Callers hold the lock of
 * the meetup.
 */
@Repository
class Rooms {

  private final JdbcClient jdbc;
  private final Serializer<Object> serializer;
  private final Deserializer<Object> deserializer;

  Rooms(JdbcClient jdbc, SchemaRegistryClient registry) {
    this.jdbc = jdbc;
    this.serializer = EventSerdes.serializer(registry);
    this.deserializer = EventSerdes.deserializer(registry);
  }

  record Waiting(ScheduleChanged event, Cause cause) {}

  /** The room of that version, or of a later one; empty if none of these was read yet. */
  Optional<String> of(String meetupId, int version) {
    return jdbc.sql("select online_url from rooms where meetup_id = ? and version >= ?")
        .params(meetupId, version)
        .query(String.class)
        .optional();
  }

  void put(String meetupId, int version, String onlineUrl) {
    jdbc.sql(
            """
            insert into rooms (meetup_id, version, online_url) values (?, ?, ?)
            on conflict (meetup_id) do update
              set version = excluded.version, online_url = excluded.online_url
              where rooms.version <= excluded.version
            """)
        .params(meetupId, version, onlineUrl)
        .update();
  }

  void remove(String meetupId) {
    jdbc.sql("delete from rooms where meetup_id = ?").param(meetupId).update();
  }

  void wait(ScheduleChanged event, Cause cause) {
    jdbc.sql(
            """
            insert into publications_without_rooms (meetup_id, version, event, cause_topic,
              cause_partition, cause_offset, cause_id)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            event.getMeetupId(),
            event.getVersion(),
            serializer.serialize(Topics.SCHEDULES, event),
            cause.topic(),
            cause.partition(),
            cause.offset(),
            cause.eventId())
        .update();
  }

  /** Those up to that version, in order; they wait no longer. */
  List<Waiting> noLongerWaiting(String meetupId, int version) {
    return jdbc.sql(
            """
            with taken as (
              delete from publications_without_rooms where meetup_id = ? and version <= ?
              returning *)
            select * from taken order by version
            """)
        .params(meetupId, version)
        .query(this::read)
        .list();
  }

  private Waiting read(ResultSet row, int number) throws SQLException {
    return new Waiting(
        (ScheduleChanged) deserializer.deserialize(Topics.SCHEDULES, row.getBytes("event")),
        new Cause(
            row.getString("cause_topic"),
            row.getInt("cause_partition"),
            row.getLong("cause_offset"),
            row.getString("cause_id")));
  }
}
