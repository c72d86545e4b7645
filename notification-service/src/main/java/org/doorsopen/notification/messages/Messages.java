package org.doorsopen.notification.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorsopen.notification.meetups.LastMessage;
import org.doorsopen.notification.messages.Message.Addressees;
import org.doorsopen.notification.messages.Message.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentLruCache;
import tools.jackson.databind.json.JsonMapper;

/** The messages that were read. */
@Repository
public class Messages implements LastMessage {

  private static final String LAST_SENT =
      "select max(sent_at) from messages where meetup_id = :meetupId";

  private static final int MAX_REMEMBERED = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  /** A message is read only after it was committed and never changes, so it may be kept. */
  private final ConcurrentLruCache<String, Message> seen =
      new ConcurrentLruCache<>(MAX_REMEMBERED, this::read);

  Messages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False if it was added before. */
  boolean add(Message message) {
    return jdbc.sql(
                """
                insert into messages
                  (message_id, meetup_id, addressees, rsvp_ids, texts, schedule_version, sent_at)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?) on conflict do nothing
                """)
            .params(
                message.messageId(),
                message.meetupId(),
                message.addressees().name(),
                message.rsvpIds().toArray(String[]::new),
                JSON.writeValueAsString(message.texts()),
                message.scheduleVersion(),
                message.sentAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /**
   * One that mails were queued for.
   *
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
   */
  public Message get(String messageId) {
    return seen.get(messageId);
  }

  @Override
  public String sql() {
    return LAST_SENT;
  }

  /** By their ids; those that there are. */
  public Map<String, Message> find(Collection<String> messageIds) {
    return jdbc
        .sql("select * from messages where message_id = any(cast(:messageIds as text[]))")
        .param("messageIds", messageIds.toArray(String[]::new))
        .query(Messages::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Message::messageId, Function.identity()));
  }

  /** Those of a meetup that organizers wanted then or later. */
  List<Message> since(String meetupId, Instant then) {
    return jdbc.sql("select * from messages where meetup_id = ? and sent_at >= ? order by sent_at")
        .params(meetupId, then.atOffset(ZoneOffset.UTC))
        .query(Messages::read)
        .list();
  }

  /** Forgets those of a meetup. */
  public void forget(String meetupId) {
    jdbc.sql("delete from messages where meetup_id = ?").param(meetupId).update();
  }

  private Message read(String messageId) {
    return jdbc.sql("select * from messages where message_id = ?")
        .param(messageId)
        .query(Messages::read)
        .single();
  }

  private static Message read(ResultSet row, int number) throws SQLException {
    return new Message(
        row.getString("message_id"),
        row.getString("meetup_id"),
        Addressees.valueOf(row.getString("addressees")),
        Set.of((String[]) row.getArray("rsvp_ids").getArray()),
        List.of(JSON.readValue(row.getString("texts"), Text[].class)),
        row.getInt("schedule_version"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant());
  }
}
