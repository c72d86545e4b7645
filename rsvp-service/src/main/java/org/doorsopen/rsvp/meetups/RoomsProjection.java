package org.doorsopen.rsvp.meetups;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Latest;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.RoomChanged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the online rooms of meetups; a tombstone takes one away. */
@Component
class RoomsProjection implements Projection {

  private static final KeyedTable ROOMS = new KeyedTable("rooms", "meetup_id");

  @Override
  public String topic() {
    return Topics.ROOMS;
  }

  @Override
  public List<KeyedTable> tables() {
    return List.of(ROOMS);
  }

  @Override
  public Collection<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    Collection<ConsumerRecord<String, Object>> latest =
        Latest.of(
            batch.stream().filter(RoomsProjection::concernsARoom).toList(), ConsumerRecord::key);
    jdbc.batchUpdate(
        """
        insert into rooms (meetup_id, version, online_url, read_offset) values (?, ?, ?, ?)
        on conflict (meetup_id) do update
           set version = excluded.version, online_url = excluded.online_url,
               read_offset = excluded.read_offset
         where rooms.read_offset < excluded.read_offset
        """,
        latest.stream().map(RoomsProjection::row).toList());
    return latest.stream().map(ConsumerRecord::key).toList();
  }

  private static boolean concernsARoom(ConsumerRecord<String, Object> read) {
    return read.value() == null || read.value() instanceof RoomChanged;
  }

  private static Object[] row(ConsumerRecord<String, Object> read) {
    return read.value() instanceof RoomChanged room
        ? new Object[] {read.key(), room.getVersion(), room.getOnlineUrl(), read.offset()}
        : new Object[] {read.key(), null, null, read.offset()};
  }
}
