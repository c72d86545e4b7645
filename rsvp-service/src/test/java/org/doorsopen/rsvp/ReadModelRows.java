package org.doorsopen.rsvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryFailure;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** Writes events that the read model follows, and looks at the rows that they lead to. */
public final class ReadModelRows {

  public static final List<String> TABLES =
      List.of(
          "meetups",
          "rooms",
          "seat_figures",
          "rsvps",
          "decisions",
          "party_changes",
          "contacts",
          "deliveries");

  private final RunningService service;
  private final KafkaTemplate<String, Object> kafka;
  private final JdbcTemplate jdbc;

  ReadModelRows(RunningService service, KafkaTemplate<String, Object> kafka, JdbcTemplate jdbc) {
    this.service = service;
    this.kafka = kafka;
    this.jdbc = jdbc;
  }

  /**
   * @param first waited, was confirmed, was cancelled, and its contact is erased
   * @param second is confirmed, after it came with one guest more
   */
  public record Written(String meetupId, String first, String second) {}

  public Written writeSomeOfEverything() {
    ScheduleChanged schedule = Schedules.aMeetup(8);
    Decisions decisions = new Decisions(service.publish(schedule));
    String first = newId();
    String second = newId();
    contact(first, decisions.meetupId());
    contact(second, decisions.meetupId());
    decide(decisions.waitlisted(first, 1, 1));
    decide(decisions.confirmed(first, 2));
    decide(decisions.confirmed(second, 4));
    decide(decisions.changed(second, newId()));
    decide(decisions.released(first, ReleaseReason.ATTENDEE));
    service.publish(Schedules.cancelled(schedule));
    room(decisions.meetupId());
    kafka.send(EventRecords.tombstone(Topics.CONTACTS, first)).join();
    shows(decisions.meetupId(), first, "CANCELLED", "ATTENDEE", null);
    shows(decisions.meetupId(), second, "CANCELLED", "MEETUP_CANCELLED", null);
    await().atMost(SOON).until(() -> hasContact(first, false) && hasContact(second, true));
    await().atMost(SOON).until(() -> hasRoom(decisions.meetupId()));
    service.write(
        Topics.DELIVERIES,
        second,
        new DeliveryFailed(
            second,
            decisions.meetupId(),
            newId(),
            DeliveryFailure.EXPIRED,
            Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    await().atMost(SOON).until(() -> isUndelivered(second));
    return new Written(decisions.meetupId(), first, second);
  }

  private void room(String meetupId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    service.write(
        Topics.ROOMS, meetupId, new RoomChanged(meetupId, 1, "https://meet.example/1", now));
  }

  private boolean hasRoom(String meetupId) {
    return jdbc.queryForObject(
            "select count(*) from rooms where meetup_id = ? and online_url is not null",
            Long.class,
            meetupId)
        == 1;
  }

  private boolean hasContact(String rsvpId, boolean named) {
    return jdbc.queryForObject(
            "select count(*) from contacts where rsvp_id = ? and (name is not null) = ?",
            Long.class,
            rsvpId,
            named)
        == 1;
  }

  private boolean isUndelivered(String rsvpId) {
    return jdbc.queryForObject(
            "select count(*) from deliveries where rsvp_id = ? and reason is not null",
            Long.class,
            rsvpId)
        == 1;
  }

  public Map<String, List<Map<String, Object>>> rowsOf(Written written) {
    Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    for (String table : TABLES) {
      String id = table.equals("contacts") ? "rsvp_id" : "meetup_id";
      rows.put(
          table,
          jdbc.queryForList(
              "select * from %s where %s in (?, ?, ?) order by 1".formatted(table, id),
              written.meetupId(),
              written.first(),
              written.second()));
    }
    return rows;
  }

  public void decide(SpecificRecord decision) {
    service.write(Topics.SEATS, (String) decision.get(1), decision);
  }

  public void contact(String rsvpId, String meetupId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    service.write(
        Topics.CONTACTS,
        rsvpId,
        new ContactProvided(rsvpId, meetupId, "Ada", "Ada@example.org", "en", now, null));
  }

  public void shows(
      String meetupId,
      String rsvpId,
      String state,
      @Nullable String reason,
      @Nullable Integer position) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode status = service.status(meetupId, rsvpId).json();
          assertThat(status.path("status").asString()).isEqualTo(state);
          assertThat(status.path("reason").asStringOpt().orElse(null)).isEqualTo(reason);
          assertThat(
                  status.path("waitlistPosition").asIntOpt().stream()
                      .boxed()
                      .findFirst()
                      .orElse(null))
              .isEqualTo(position);
        });
  }
}
