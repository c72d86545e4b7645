package org.doorsopen.rsvp.status.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ReleaseReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RsvpService
class LiveStatusIT {

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private LiveStatuses live;

  private final List<Listening> all = new ArrayList<>();

  @AfterEach
  void hangUp() {
    all.forEach(Listening::close);
    await().atMost(SOON).until(() -> live.listening() == 0);
  }

  @Test
  void tellsTheCurrentStateAndThenWhatChanges() throws Exception {
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String first = newId();
    String second = newId();
    Listening listening = listen(decisions.meetupId(), second);

    assertThat(listening.state().path("status").asString()).isEqualTo("REQUESTED");
    service.write(Topics.SEATS, decisions.meetupId(), decisions.waitlisted(first, 4, 1));
    service.write(Topics.SEATS, decisions.meetupId(), decisions.waitlisted(second, 9, 2));
    JsonNode waiting = listening.state();
    assertThat(waiting.path("status").asString()).isEqualTo("WAITLISTED");
    assertThat(waiting.path("waitlistPosition").asInt()).isEqualTo(2);
    service.write(
        Topics.SEATS, decisions.meetupId(), decisions.released(first, ReleaseReason.ATTENDEE));
    assertThat(listening.state().path("waitlistPosition").asInt()).isEqualTo(1);
    service.write(Topics.SEATS, decisions.meetupId(), decisions.confirmed(second, 2));
    assertThat(listening.state().path("status").asString()).isEqualTo("CONFIRMED");
  }

  @Test
  void saysNothingWhereNothingHasChanged() throws Exception {
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String rsvpId = newId();
    Listening listening = listen(decisions.meetupId(), rsvpId);
    listening.state();

    service.write(Topics.SEATS, decisions.meetupId(), decisions.confirmed(newId(), 2));
    service.write(Topics.SEATS, decisions.meetupId(), decisions.confirmed(newId(), 4));
    service.write(Topics.SEATS, decisions.meetupId(), decisions.confirmed(rsvpId, 6));

    assertThat(listening.state().path("status").asString()).isEqualTo("CONFIRMED");
  }

  @Test
  void keepsTheConnectionAliveWithComments() throws Exception {
    Listening listening = listen(newId(), newId());
    listening.state();

    assertThat(listening.line()).isEqualTo(":");
  }

  @Test
  void hearsOfWhatAnotherInstanceWrites() throws Exception {
    String meetupId = newId();
    String rsvpId = newId();
    Listening listening = listen(meetupId, rsvpId);
    listening.state();

    writeAsAnotherInstance(meetupId, rsvpId, 1);

    assertThat(listening.state().path("seats").asInt()).isEqualTo(1);
  }

  @Test
  void missesNothingWhenItsConnectionToTheDatabaseBreaks() throws Exception {
    String meetupId = newId();
    String rsvpId = newId();
    Listening listening = listen(meetupId, rsvpId);
    listening.state();

    assertThat(
            jdbc.queryForList(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                 where application_name = ? and datname = current_database()
                """,
                Boolean.class,
                ChangeListener.NAME))
        .containsExactly(true);
    writeAsAnotherInstance(meetupId, rsvpId, 2);

    assertThat(listening.state().path("seats").asInt()).isEqualTo(2);
  }

  @Test
  void endsAtOnceForARequestForTheHeadersOnly() {
    String meetupId = newId();
    String rsvpId = newId();

    Answer head =
        service
            .browser()
            .head("/api/rsvps/" + rsvpId + "/events?token=" + tokens.issue(meetupId, rsvpId));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).startsWith("text/event-stream");
  }

  @Test
  void servesOnlySoManyAtATime() {
    String meetupId = newId();
    for (int i = 0; i < 5; i++) {
      assertThat(listen(meetupId, newId()).response.statusCode()).isEqualTo(200);
    }

    Listening tooMany = listen(meetupId, newId());

    assertThat(tooMany.response.statusCode()).isEqualTo(503);
    assertThat(tooMany.response.headers().firstValue("Retry-After")).hasValue("30");
  }

  @Test
  void keepsRoomForOthersBesideOneRsvpThatListensOften() throws Exception {
    String meetupId = newId();
    String often = newId();
    Listening oldest = listen(meetupId, often);
    oldest.state();
    for (int i = 0; i < 10; i++) {
      assertThat(listen(meetupId, often).response.statusCode()).isEqualTo(200);
    }

    await().atMost(SOON).until(() -> oldest.line() == null);
    await().atMost(SOON).until(() -> live.listening() == 5);
  }

  @Test
  void endsEveryConnectionWhenTheServiceStops() throws Exception {
    Listening listening = listen(newId(), newId());
    listening.state();

    live.stop();

    try {
      await().atMost(SOON).until(() -> listening.line() == null);
    } finally {
      live.start();
    }
  }

  private void writeAsAnotherInstance(String meetupId, String rsvpId, int seats) {
    jdbc.update(
        """
        insert into rsvps (rsvp_id, meetup_id, seats, status, decided_at,
                           first_offset, read_offset)
        values (?, ?, ?, 'CONFIRMED', now(), 0, 0)
        """,
        rsvpId,
        meetupId,
        seats);
    jdbc.query("select pg_notify('rsvp_changes', ?)", _ -> {}, meetupId);
  }

  private Listening listen(String meetupId, String rsvpId) {
    String token = tokens.issue(meetupId, rsvpId);
    Listening listening =
        new Listening(service.browser().stream("/api/rsvps/" + rsvpId + "/events?token=" + token));
    all.add(listening);
    return listening;
  }

  private static final class Listening {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpResponse<Stream<String>> response;
    private final Iterator<String> lines;

    Listening(HttpResponse<Stream<String>> response) {
      this.response = response;
      this.lines = response.body().iterator();
    }

    /** The next line; null at the end of the stream. */
    @Nullable String line() throws Exception {
      return THREADS.submit(() -> lines.hasNext() ? lines.next() : null).get(20, TimeUnit.SECONDS);
    }

    /** The next status; comments before it are skipped. */
    JsonNode state() throws Exception {
      long start = System.nanoTime();
      String line = line();
      while (":".equals(line) || "".equals(line)) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        line = line();
      }
      assertThat(line).isEqualTo("event: status");
      String data = line();
      assertThat(data).isNotNull().startsWith("data: ");
      assertThat(line()).isEmpty();
      return JsonMapper.shared().readTree(data.substring("data: ".length()));
    }

    void close() {
      response.body().close();
    }
  }
}
