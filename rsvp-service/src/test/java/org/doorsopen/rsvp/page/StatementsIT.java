package org.doorsopen.rsvp.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.newId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorsopen.fixtures.statements.SentStatements;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What everybody may ask for costs the database the same, however much there is in it. */
@RsvpService
class StatementsIT {

  private static final String MANY = "statements-";
  private static final int MEETUPS = 1_000;
  private static final int RSVPS_OF_EACH = 5;
  private static final int MAX_BYTES = 100_000;

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private JdbcTemplate jdbc;

  private final SentStatements statements = SentStatements.ofRequests();

  @BeforeEach
  void listen() {
    statements.listen();
  }

  @AfterEach
  void forget() {
    statements.listenNoMore();
    for (String table : List.of("meetups", "seat_figures", "rsvps", "contacts", "decisions")) {
      jdbc.update("delete from " + table + " where meetup_id like ?", MANY + "%");
    }
  }

  @Test
  void areAsManyForAThousandMeetupsAsForOne() {
    String meetupId =
        service.publish(Schedules.aMeetup(80, Instant.now().plus(Duration.ofDays(2_000))));
    Decisions decisions = new Decisions(meetupId);
    String rsvpId = newId();
    service.write(Topics.SEATS, meetupId, decisions.confirmed(rsvpId, 1));
    String rsvp = "/rsvps/" + rsvpId + "?token=" + tokens.issue(meetupId, rsvpId);
    List<String> paths =
        List.of(
            "/?new={n}",
            "/meetups/" + meetupId + "?new={n}",
            rsvp,
            "/api/meetups",
            "/api/meetups/next",
            "/api/meetups/" + meetupId,
            "/api/meetups/" + meetupId + "/calendar.ics",
            "/calendar.ics",
            "/feed.atom");
    List<Integer> before = paths.stream().map(path -> statementsFor(path, "1")).toList();

    fill(meetupId);

    List<Integer> after = paths.stream().map(path -> statementsFor(path, "2")).toList();
    for (int i = 0; i < after.size(); i++) {
      // One fewer where the end of the meetup is still known from a second ago.
      assertThat(after.get(i)).as(paths.get(i)).isBetween(before.get(i) - 1, before.get(i));
    }
    assertThat(after).allSatisfy(count -> assertThat(count).isBetween(1, 8));
    // A page is kept for a second, which may be over on a slow machine.
    await("statements of a page that is kept").until(() -> statementsFor("/?new={n}", "2") == 1);
    assertThat(service.browser().get("/").body().split("class=\"card\"")).hasSizeGreaterThan(50);
  }

  @Test
  void areAsManyForFiveThousandAttendeesAsForOne() {
    String published = service.publish(Schedules.aMeetup(80));
    String crowd = MANY + "crowd";
    jdbc.update(
        """
        insert into meetups
          (meetup_id, version, status, starts_at, ends_at, promotions_end_at, published_at,
           recorded_at, meetup, read_offset)
        select ?, version, status, starts_at, ends_at, promotions_end_at, published_at,
               recorded_at, meetup, read_offset from meetups where meetup_id = ?
        """,
        crowd,
        published);
    String one = attend(crowd, 1, 1);
    String list = "/desk/attendees/" + crowd;
    List<String> paths =
        List.of(
            list,
            list + "?status=waitlisted&sort=line",
            list + "?q=ada+example&sort=name&mails=unreached",
            list + "?q=nobody&page=3",
            list + "/rsvps/" + one);
    List<Integer> before = paths.stream().map(path -> statementsFor(path, "1")).toList();

    attend(crowd, 2, 5_000);

    List<Integer> after = paths.stream().map(path -> statementsFor(path, "2")).toList();
    assertThat(after).as(paths.toString()).isEqualTo(before);
    assertThat(after).allSatisfy(count -> assertThat(count).isBetween(1, 9));
    assertThat(service.browser().get(list, organizer()).body())
        .contains("(5,000)")
        .containsPattern("Page .?1.? of .?100");
  }

  /** Every third one waits. Returns the id of the first. */
  private String attend(String meetupId, int from, int to) {
    String id = "format('00000000-0000-4000-8000-%s', lpad(n::text, 12, '0'))";
    String numbers = " from generate_series(%d, %d) n".formatted(from, to);
    jdbc.update(
        """
        insert into rsvps
          (rsvp_id, meetup_id, seats, status, waitlist_number, decided_at, first_offset,
           read_offset)
        select %s, ?, 1 + n %% 3, case when n %% 3 = 0 then 'WAITLISTED' else 'CONFIRMED' end,
               case when n %% 3 = 0 then n end, now(), n, n
        """
                .formatted(id)
            + numbers,
        meetupId);
    jdbc.update(
        """
        insert into contacts
          (rsvp_id, meetup_id, name, email, normalized_email, locale, received_at, read_offset)
        select %s, ?, 'Ada ' || n, 'ada' || n || '@example.org', 'ada' || n || '@example.org',
               'en', now(), n
        """
                .formatted(id)
            + numbers,
        meetupId);
    jdbc.update(
        """
        insert into decisions (read_offset, meetup_id, rsvp_id, kind, seats, decided_at)
        select n, ?, %s, case when n %% 3 = 0 then 'WAITLISTED' else 'CONFIRMED' end, 1, now()
        """
                .formatted(id)
            + numbers,
        meetupId);
    return "00000000-0000-4000-8000-%012d".formatted(from);
  }

  private static String[] organizer() {
    return new String[] {"Authorization", RunningService.organizer(), "Accept", "text/html"};
  }

  private int statementsFor(String path, String number) {
    return statements
        .during(() -> {
          String[] headers = path.startsWith("/desk") ? organizer() : new String[0];
          Answer answer = service.browser().get(path.replace("{n}", number), headers);
          assertThat(answer.status()).as(path).isEqualTo(200);
          if (answer.header("Content-Type").startsWith("text/html")) {
            assertThat(answer.body().length()).as("bytes of " + path).isLessThan(MAX_BYTES);
          }
        })
        .size();
  }

  /** A thousand copies of a meetup before it, each with a few RSVPs. */
  private void fill(String meetupId) {
    jdbc.update(
        """
        insert into meetups
          (meetup_id, version, status, starts_at, ends_at, promotions_end_at, published_at,
           recorded_at, meetup, read_offset)
        select ? || n, version, status, now() + n * interval '1 day',
               now() + n * interval '1 day' + interval '3 hours', promotions_end_at,
               published_at, recorded_at, meetup, read_offset
          from meetups, generate_series(1, ?) n where meetup_id = ?
        """,
        MANY,
        MEETUPS,
        meetupId);
    jdbc.update(
        "insert into seat_figures (meetup_id, confirmed_seats, waitlisted_parties, read_offset)"
            + " select ? || n, 5, 0, 0 from generate_series(1, ?) n",
        MANY,
        MEETUPS);
    jdbc.update(
        """
        insert into rsvps
          (rsvp_id, meetup_id, seats, status, decided_at, first_offset, read_offset)
        select ? || n || '-' || p, ? || n, 1, 'CONFIRMED',
               now(), p, p
          from generate_series(1, ?) n, generate_series(1, ?) p
        """,
        MANY,
        MANY,
        MEETUPS,
        RSVPS_OF_EACH);
  }
}
