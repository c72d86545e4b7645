package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.fixtures.statements.SentStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of the desk costs the database the same, however much there is in it. */
@ScheduleService
class DeskStatementsIT {

  private static final int MEETUPS = 300;
  private static final int VERSIONS = 30;

  @LocalServerPort int port;
  @Autowired private JdbcTemplate jdbc;

  private final SentStatements statements = SentStatements.ofRequests();
  private Browser browser = new Browser(0);

  @BeforeEach
  void listen() {
    statements.listen();
    browser = new Browser(port);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
  }

  @AfterEach
  void forget() {
    statements.listenNoMore();
    jdbc.update("delete from publications where note = 'copied'");
    jdbc.update("delete from meetups where creation_organizer = 'copied'");
  }

  @Test
  void areAsManyForThreeHundredMeetupsAsForOne() {
    var api = new OrganizerApi(port, ScheduleService.LOGIN);
    ObjectNode evening = anEvening();
    ArrayNode agenda = evening.putArray("agenda");
    for (int i = 0; i < 200; i++) {
      agenda.addObject().put("kind", "TALK").put("title", "T" + i).put("startsAt", Evenings.at(i));
    }
    String meetupId =
        api.post("/api/schedules", evening.toString()).json().path("meetupId").asString();
    String small =
        api.post("/api/schedules", anEvening().toString()).json().path("meetupId").asString();
    for (String id : List.of(meetupId, small)) {
      assertThat(api.post("/api/schedules/" + id + "/publications", "{}").status()).isEqualTo(201);
    }
    List<Integer> before = statementsFor(small);

    fill(UUID.fromString(meetupId));

    assertThat(statementsFor(meetupId))
        .isEqualTo(before)
        .allSatisfy(count -> assertThat(count).isBetween(1, 2));
    assertThat(browser.open("/desk").body().split("class=\"card\"")).hasSizeGreaterThan(29);
    assertThat(browser.open("/changes/" + meetupId).body().split("class=\"card\""))
        .hasSizeGreaterThan(VERSIONS);
  }

  private List<Integer> statementsFor(String meetupId) {
    return List.of(
            "/desk",
            "/desk/meetups/" + meetupId,
            "/desk/meetups/" + meetupId + "/edit",
            "/desk/meetups/" + meetupId + "/history",
            "/changes/" + meetupId)
        .stream()
        .map(path ->
            statements
                .during(() -> assertThat(browser.open(path).statusCode()).as(path).isEqualTo(200))
                .size())
        .toList();
  }

  /** Copies of a meetup, each published, and further versions of it. */
  private void fill(UUID meetupId) {
    jdbc.update(
        """
        insert into meetups (meetup_id, edit, draft, created_at, edited_at, creation_organizer,
                             creation_key, creation_digest)
        select gen_random_uuid(), edit, draft, created_at, edited_at, 'copied', n::text, ''
          from meetups, generate_series(1, ?) n where meetup_id = ?
        """,
        MEETUPS,
        meetupId);
    jdbc.update(
        """
        insert into publications (meetup_id, version, status, meetup, changes, note, notify,
                                  published_at, published_by, traceparent, sent_at)
        select m.meetup_id, 1, p.status, p.meetup, p.changes, 'copied', p.notify, p.published_at,
               p.published_by, p.traceparent, now()
          from publications p, meetups m
         where p.meetup_id = ? and m.creation_organizer = 'copied'
        """,
        meetupId);
    jdbc.update(
        """
        insert into publications (meetup_id, version, status, meetup, changes, note, notify,
                                  published_at, published_by, traceparent, sent_at)
        select meetup_id, n, status, meetup, changes, 'copied', notify, published_at,
               published_by, traceparent, now()
          from publications, generate_series(2, ?) n where meetup_id = ? and version = 1
        """,
        VERSIONS,
        meetupId);
  }
}
