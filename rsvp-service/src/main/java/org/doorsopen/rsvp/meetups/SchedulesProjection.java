package org.doorsopen.rsvp.meetups;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.Latest;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Meetups as they were published last. */
@Component
public class SchedulesProjection {

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  public SchedulesProjection(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Publication(ScheduleChanged event, Instant recordedAt, long offset) {}

  public Collection<String> write(List<ConsumerRecord<String, Object>> batch) {
    List<Publication> publications =
        batch.stream()
            .filter(it -> it.value() instanceof ScheduleChanged)
            .map(SchedulesProjection::publication)
            .filter(it -> it.event().getStatus() != MeetupStatus.UNKNOWN)
            .toList();
    Collection<Publication> latest = Latest.of(publications, it -> it.event().getMeetupId());
    jdbc.batchUpdate(
        """
        INSERT INTO meetups (meetup_id, version, status, starts_at, ends_at, promotions_end_at,
                             published_at, recorded_at, meetup, read_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        ON CONFLICT (meetup_id) DO UPDATE
           SET version = excluded.version, status = excluded.status,
               starts_at = excluded.starts_at, ends_at = excluded.ends_at,
               promotions_end_at = excluded.promotions_end_at,
               published_at = excluded.published_at, recorded_at = excluded.recorded_at,
               meetup = excluded.meetup, read_offset = excluded.read_offset
         WHERE meetups.read_offset < excluded.read_offset
        """,
        latest.stream().map(this::row).toList());
    return latest.stream().map(it -> it.event().getMeetupId()).toList();
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
