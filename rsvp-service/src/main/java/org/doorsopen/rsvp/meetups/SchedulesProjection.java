package org.doorsopen.rsvp.meetups;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Latest;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.rsvp.readmodel.SchemaPair;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes meetups as they were published last, and as they were published first. */
@Component
class SchedulesProjection implements Projection {

  private static final KeyedTable MEETUPS = new KeyedTable("meetups", "meetup_id");
  private static final KeyedTable FIRST = new KeyedTable("first_publications", "meetup_id");

  private final JsonMapper json;

  SchedulesProjection(JsonMapper json) {
    this.json = json;
  }

  private record Publication(ScheduleChanged event, Instant recordedAt, long offset) {}

  @Override
  public String topic() {
    return Topics.SCHEDULES;
  }

  @Override
  public List<KeyedTable> tables() {
    return List.of(MEETUPS, FIRST);
  }

  @Override
  public Collection<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    List<Publication> publications =
        batch.stream()
            .filter(schedule -> schedule.value() instanceof ScheduleChanged)
            .map(SchedulesProjection::publication)
            .filter(publication -> publication.event().getStatus() != MeetupStatus.UNKNOWN)
            .toList();
    Collection<Publication> latest =
        Latest.of(publications, publication -> publication.event().getMeetupId());
    jdbc.batchUpdate(
        """
        insert into meetups (meetup_id, version, status, starts_at, ends_at, promotions_end_at,
                             published_at, recorded_at, meetup, read_offset)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        on conflict (meetup_id) do update
           set version = excluded.version, status = excluded.status,
               starts_at = excluded.starts_at, ends_at = excluded.ends_at,
               promotions_end_at = excluded.promotions_end_at,
               published_at = excluded.published_at, recorded_at = excluded.recorded_at,
               meetup = excluded.meetup, read_offset = excluded.read_offset
         where meetups.read_offset < excluded.read_offset and meetups.version <= excluded.version
        """,
        latest.stream().map(this::row).toList());
    writeFirst(jdbc, publications);
    return latest.stream().map(publication -> publication.event().getMeetupId()).toList();
  }

  private void writeFirst(JdbcTemplate jdbc, List<Publication> publications) {
    jdbc.batchUpdate(
        """
        insert into first_publications (meetup_id, meetup, read_offset) values (?, ?::jsonb, ?)
        on conflict do nothing
        """,
        publications.stream()
            .filter(publication -> publication.event().getVersion() == 1)
            .map(publication ->
                new Object[] {
                  publication.event().getMeetupId(),
                  json.writeValueAsString(MeetupContents.of(publication.event().getMeetup())),
                  publication.offset()
                })
            .toList());
  }

  @Override
  public void keepReplaced(SchemaPair schemas, JdbcTemplate jdbc) {
    jdbc.update(
        schemas.in("insert into %2$s.%3$s select * from %1$s.%3$s on conflict do nothing", FIRST));
  }

  private static Publication publication(ConsumerRecord<String, Object> schedule) {
    return new Publication(
        (ScheduleChanged) schedule.value(),
        Instant.ofEpochMilli(schedule.timestamp()),
        schedule.offset());
  }

  private Object[] row(Publication publication) {
    ScheduleChanged event = publication.event();
    Meetup meetup = event.getMeetup();
    return new Object[] {
      event.getMeetupId(),
      event.getVersion(),
      event.getStatus().name(),
      utc(meetup.getStartsAt()),
      utc(meetup.getEndsAt()),
      utc(meetup.getPromotionsEndAt()),
      utc(event.getPublishedAt()),
      utc(publication.recordedAt()),
      json.writeValueAsString(MeetupContents.of(meetup)),
      publication.offset()
    };
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
