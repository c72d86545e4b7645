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
  private static final int MESSAGES = 60;
  private static final int ATTENDEES = 5_000;
  private static final int WAITING = 1_000;

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
    jdbc.update("delete from messages where written_by = 'copied'");
    jdbc.update("delete from parties where rsvp_id like 'copied-%'");
    jdbc.update("delete from unreached_rsvps where rsvp_id like 'copied-%'");
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
    assertThat(browser.open("/desk/meetups/" + meetupId + "/publish").body())
        .contains("1.000 auf der Warteliste");
    assertThat(browser.open("/desk/meetups/" + meetupId + "/messages").body())
        .contains("Nachricht 25")
        .doesNotContain("Nachricht " + MESSAGES);
    assertThat(browser.open("/changes/" + meetupId).body().split("class=\"card\""))
        .hasSizeGreaterThan(VERSIONS);
  }

  private List<Integer> statementsFor(String meetupId) {
    return List.of(
            "/desk",
            "/desk/meetups/" + meetupId,
            "/desk/meetups/" + meetupId + "/edit",
            "/desk/meetups/" + meetupId + "/history",
            "/desk/meetups/" + meetupId + "/publish",
            "/desk/meetups/" + meetupId + "/messages",
            "/desk/meetups/" + meetupId + "/messages?rsvp=one&rsvp=two",
            "/changes/" + meetupId)
        .stream()
        .map(path ->
            statements
                .during(() -> assertThat(browser.open(path).statusCode()).as(path).isEqualTo(200))
                .size())
        .toList();
  }

  /** Copies of a meetup, each published, and further versions, messages and RSVPs of it. */
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
    jdbc.update(
        """
        insert into messages (message_id, meetup_id, addressees, rsvp_ids, texts, written_by,
                              written_at, send_at, traceparent, state, settled_at)
        select gen_random_uuid(), ?, 'EVERYONE', '{}',
               jsonb_build_array(jsonb_build_object('language', 'de', 'subject', 'Nachricht ' || n,
                                                    'text', 'Hallo')),
               'copied', now(), now() - make_interval(mins => n),
               '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01', 'SENT', now()
          from generate_series(1, ?) n
        """,
        meetupId,
        MESSAGES);
    jdbc.update(
        """
        insert into parties (rsvp_id, meetup_id, standing, seats, waitlist_number, record_offset)
        select 'copied-' || n, ?, case when n <= ? then 'WAITLISTED' else 'CONFIRMED' end, 1,
               case when n <= ? then n end, n
          from generate_series(1, ?) n
        """,
        meetupId.toString(),
        WAITING,
        WAITING,
        ATTENDEES);
    jdbc.update(
        """
        insert into unreached_rsvps (rsvp_id, meetup_id)
        select rsvp_id, meetup_id from parties where rsvp_id like 'copied-%' and record_offset < 50
        """);
    // A change that is not published yet, whose consequences are to be shown.
    jdbc.update(
        "update meetups set draft = jsonb_set(draft, '{capacity}', '900') where meetup_id = ?",
        meetupId);
  }
}
