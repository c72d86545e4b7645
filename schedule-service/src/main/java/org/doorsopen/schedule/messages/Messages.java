package org.doorsopen.schedule.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.schedule.messages.Message.Addressees;
import org.doorsopen.schedule.messages.Message.State;
import org.doorsopen.schedule.messages.Message.Text;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All messages of all meetups, sent or not. */
@Repository
class Messages {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  Messages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if there is one with this id. */
  boolean add(Message message) {
    return jdbc.sql(
                """
                insert into messages (message_id, meetup_id, addressees, rsvp_ids, texts,
                                      written_by, written_at, send_at, traceparent, state)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .param(message.messageId())
            .param(message.meetupId())
            .param(message.addressees().name())
            .param(message.rsvpIds().toArray(UUID[]::new))
            .param(JSON.writeValueAsString(message.texts()))
            .param(message.writtenBy())
            .param(message.writtenAt().atOffset(ZoneOffset.UTC))
            .param(message.sendAt().atOffset(ZoneOffset.UTC))
            .param(message.traceparent().value())
            .param(message.state().name())
            .update()
        == 1;
  }

  Optional<Message> find(UUID messageId) {
    return find(messageId, "");
  }

  /** Nobody else settles it until the transaction ends. */
  Optional<Message> lock(UUID messageId) {
    return find(messageId, " for update");
  }

  private Optional<Message> find(UUID messageId, String more) {
    return jdbc.sql("select * from messages where message_id = ?" + more)
        .param(messageId)
        .query(Messages::message)
        .optional();
  }

  /** Of a meetup, those wanted last first. */
  List<Message> of(UUID meetupId, int limit) {
    return jdbc.sql(
            """
            select * from messages where meetup_id = ?
             order by send_at desc, message_id limit ?
            """)
        .param(meetupId)
        .param(limit)
        .query(Messages::message)
        .list();
  }

  /** How many of a meetup are wanted after the one time and before the other, or were sent then. */
  List<Instant> wantedBetween(UUID meetupId, Instant after, Instant before) {
    return jdbc.sql(
            """
            select send_at from messages
             where meetup_id = ? and send_at > ? and send_at < ? and state in ('WAITING', 'SENT')
             order by send_at
            """)
        .param(meetupId)
        .param(after.atOffset(ZoneOffset.UTC))
        .param(before.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getObject("send_at", OffsetDateTime.class).toInstant())
        .list();
  }

  /**
   * @param withdrawnBy null unless it is withdrawn
   */
  void settle(UUID messageId, State state, Instant now, @Nullable String withdrawnBy) {
    jdbc.sql(
            """
            update messages set state = ?, settled_at = ?, withdrawn_by = ? where message_id = ?
            """)
        .param(state.name())
        .param(now.atOffset(ZoneOffset.UTC))
        .param(withdrawnBy)
        .param(messageId)
        .update();
  }

  private static Message message(ResultSet row, int number) throws SQLException {
    OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
    return new Message(
        row.getObject("message_id", UUID.class),
        row.getObject("meetup_id", UUID.class),
        Addressees.valueOf(row.getString("addressees")),
        List.of((UUID[]) row.getArray("rsvp_ids").getArray()),
        List.of(JSON.readValue(row.getString("texts"), Text[].class)),
        row.getString("written_by"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getObject("send_at", OffsetDateTime.class).toInstant(),
        Traceparent.parse(row.getString("traceparent")),
        State.valueOf(row.getString("state")),
        settledAt == null ? null : settledAt.toInstant(),
        row.getString("withdrawn_by"));
  }
}
