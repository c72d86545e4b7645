package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.Evenings.anEvening;
import static org.doorsopen.schedule.Evenings.at;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorsopen.schedule.OrganizerApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@ScheduleService
class DraftsIT {

  @LocalServerPort int port;

  @LocalManagementPort int management;

  OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);

  @BeforeEach
  void connect() {
    api = new OrganizerApi(port, ScheduleService.LOGIN);
  }

  @Test
  void keepsAllThatAnEveningSays() {
    ObjectNode evening = anEvening();
    evening
        .put("summary", "Two talks, pizza, and time to talk.")
        .put("description", "First line.\nSecond line, with ümläuts and 🎲.")
        .put("onlineUrl", "https://meet.example/evening")
        .put("codeOfConductUrl", "https://example.org/conduct")
        .put("maxGuests", 2)
        .put("waitlistCapacity", 0)
        .put("reservedSeats", 3)
        .put("rsvpOpensAt", at(-60 * 24))
        .put("rsvpClosesAt", at(-60))
        .put("promotionsEndAt", at(30));
    evening.putArray("reminders").add("PT72H").add("PT1H30M");
    ((ObjectNode) evening.get("venue"))
        .put("address", "Somewhere 1, 10115 Berlin")
        .put("url", "https://maps.example/berlin");
    ((ObjectNode) evening.get("hosts").get(0)).put("url", "https://cloudnative.berlin");
    ((ObjectNode) evening.get("sponsors").get(0)).put("url", "https://fiberplane.example");
    ((ObjectNode) evening.get("agenda").get(1))
        .put("abstract", "Why a cube?\n\nBecause.")
        .put("slidesUrl", "https://slides.example/1")
        .put("recordingUrl", "https://videos.example/1");

    Answer created = api.post("/api/schedules", evening.toString());

    assertThat(created.status()).as("%s", created).isEqualTo(201);
    JsonNode saved = api.get(created.header("Location")).json();
    assertThat(saved).isEqualTo(created.json());
    evening.propertyNames().stream()
        .filter(name -> !List.of("agenda", "hosts").contains(name))
        .forEach(name -> assertThat(saved.get(name)).as(name).isEqualTo(evening.get(name)));
    assertThat(saved.get("hosts").get(0)).isEqualTo(evening.get("hosts").get(0));
    assertThat(saved.get("sponsors")).isEqualTo(evening.get("sponsors"));
    assertThat(saved.get("agenda").get(1)).isEqualTo(evening.get("agenda").get(1));
    assertThat(saved.get("agenda").get(0).get("id").asString()).isNotBlank();
    assertThat(saved.get("version").isNull()).isTrue();
  }

  @Test
  void takesBackWhatItGaveAndCountsNoEditThatChangesNothing() {
    Answer created = api.post("/api/schedules", anEvening().toString());

    String etag = created.header("ETag");
    Answer saved = api.put(created.header("Location"), created.response().body(), "If-Match", etag);

    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
    assertThat(saved.header("ETag")).isEqualTo(etag);
    assertThat(saved.json()).isEqualTo(created.json());
  }

  @Test
  void tellsNoRemindersFromThoseOfThePlatformAndKeepsTheLongestFirst() {
    ObjectNode evening = anEvening();
    assertThat(remindersOf(evening)).isEqualTo("null");
    remind(evening);
    assertThat(remindersOf(evening)).isEqualTo("[]");
    remind(evening, "PT5M", "P14D", "PT24H");
    assertThat(remindersOf(evening)).isEqualTo("[\"PT336H\",\"PT24H\",\"PT5M\"]");
  }

  private String remindersOf(ObjectNode evening) {
    Answer created = api.post("/api/schedules", evening.toString());
    return api.get(created.header("Location")).json().get("reminders").toString();
  }

  @Test
  void keepsTheIdOfAnItemWithoutIdThatMoved() {
    Answer created = api.post("/api/schedules", anEvening().toString());
    ObjectNode edited = anEvening();
    ((ObjectNode) edited.get("agenda").get(0)).put("startsAt", at(5));

    Answer saved = api.put(created.header("Location"), edited.toString(), "If-Match", "*");

    assertThat(saved.json().at("/agenda/0/startsAt").asString()).isEqualTo(at(5));
    assertThat(saved.json().at("/agenda/0/id")).isEqualTo(created.json().at("/agenda/0/id"));
  }

  @Test
  void knowsAPublishedItemAgainThatWasTakenOutInBetween() {
    String path = api.post("/api/schedules", anEvening().toString()).header("Location");
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    ObjectNode without = anEvening();
    ((ArrayNode) without.get("agenda")).remove(0);

    Answer taken = api.put(path, without.toString(), "If-Match", "*");
    Answer back = api.put(path, anEvening().toString(), "If-Match", "*");

    assertThat(taken.json().get("unpublishedChanges").asBoolean()).isTrue();
    assertThat(back.json().get("unpublishedChanges").asBoolean()).as("%s", back).isFalse();
  }

  @Test
  void takesOneOfManyEditsOfTheSameDraftAtOnce() throws InterruptedException {
    Answer created = api.post("/api/schedules", anEvening().toString());
    String path = created.header("Location");

    List<Integer> statuses =
        OrganizerApi.statusesAtOnce(
            8,
            i -> {
              String edit = anEvening().put("capacity", 100 + i).toString();
              return api.put(path, edit, "If-Match", created.header("ETag"));
            });

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(api.get(path).header("ETag")).isEqualTo("\"2-0\"");
  }

  @Test
  void countsNoEditThatReadsTheSame() {
    Answer created = api.post("/api/schedules", anEvening().toString());
    ObjectNode retyped = anEvening().put("title", "Kubernetes\u00a0& Cloud  Native Berlin");
    retyped.put("startsAt", Evenings.STARTS_AT.plusSeconds(30).toString());
    ((ObjectNode) retyped.get("agenda").get(0)).put("startsAt", at(1));
    ((ObjectNode) retyped.get("venue")).put("name", "Berlin\u200b Mitte");

    Answer moved = api.put(created.header("Location"), retyped.toString(), "If-Match", "*");
    ((ObjectNode) retyped.get("agenda").get(0)).put("title", "Doors  Open");
    Answer saved = api.put(created.header("Location"), retyped.toString(), "If-Match", "*");

    assertThat(moved.header("ETag")).as("%s", moved).isEqualTo("\"2-0\"");
    assertThat(saved.header("ETag")).as("%s", saved).isEqualTo("\"2-0\"");
  }

  @Test
  void createsOneMeetupForOneKeyHoweverOftenAndHoweverSoonItComes() throws InterruptedException {
    String key = UUID.randomUUID().toString();
    String evening = anEvening().put("title", "Once " + key).toString();

    List<Integer> statuses =
        OrganizerApi.statusesAtOnce(
            6, i -> api.post("/api/schedules", evening, "Idempotency-Key", key));
    Answer again = api.post("/api/schedules", evening, "Idempotency-Key", key);
    Answer other = api.post("/api/schedules", anEvening().toString(), "Idempotency-Key", key);
    Answer fresh = api.post("/api/schedules", evening, "Idempotency-Key", key + "x");

    assertThat(statuses).containsOnly(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(other.status()).as("%s", other).isEqualTo(422);
    assertThat(fresh.header("Location")).isNotEqualTo(again.header("Location"));
    assertThat(api.get("/api/schedules?limit=100").json().get("meetups"))
        .filteredOn(meetup -> meetup.get("title").asString().equals("Once " + key))
        .extracting(meetup -> "/api/schedules/" + meetup.get("meetupId").asString())
        .containsExactly(fresh.header("Location"), again.header("Location"));
  }

  @Test
  void namesAMalformedKey() {
    for (String key : List.of("x".repeat(201), "")) {
      Answer refused = api.post("/api/schedules", anEvening().toString(), "Idempotency-Key", key);

      assertThat(refused.status()).as("%s", refused).isEqualTo(400);
      assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
    }
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    List<String> created =
        IntStream.range(0, 3)
            .mapToObj(i -> api.post("/api/schedules", anEvening().toString()).json())
            .map(meetup -> meetup.get("meetupId").asString())
            .toList();

    JsonNode first = api.get("/api/schedules?limit=2").json();
    JsonNode second = api.get("/api/schedules?limit=2&before=" + first.get("next")).json();

    assertThat(ids(first)).containsExactly(created.get(2), created.get(1));
    assertThat(ids(second)).startsWith(created.get(0)).hasSizeLessThanOrEqualTo(2);
    assertThat(api.get("/api/schedules?before=1").json().get("next").isNull()).isTrue();
    assertThat(api.get("/api/schedules?limit=0").status()).isEqualTo(400);
    assertThat(api.get("/api/schedules?limit=many").status()).isEqualTo(400);
  }

  @Test
  void knowsNoOtherMeetups() {
    String unknown = "/api/schedules/" + UUID.randomUUID();

    assertThat(api.get(unknown).status()).isEqualTo(404);
    assertThat(api.get("/api/schedules/evening").status()).isEqualTo(404);
    assertThat(api.put(unknown, anEvening().toString(), "If-Match", "*").status()).isEqualTo(404);
    assertThat(api.post(unknown + "/publications", "{}").status()).isEqualTo(404);
    assertThat(api.get(unknown + "/publications").status()).isEqualTo(404);
    assertThat(api.post(unknown + "/cancellation", "{}").status()).isEqualTo(404);
  }

  @Test
  void letsNobodyInWithoutTheLogin() {
    var stranger = new OrganizerApi(port, "ada:byron");

    assertThat(stranger.get("/api/schedules").status()).isEqualTo(401);
    assertThat(stranger.post("/api/schedules", anEvening().toString()).status()).isEqualTo(401);
  }

  @Test
  void describesItself() {
    JsonNode description = api.get("/api/openapi/schedule-service").json();

    assertThat(description.get("paths").propertyNames())
        .contains("/api/schedules", "/api/schedules/{meetupId}/publications");
    assertThat(description.at("/components/schemas/AgendaItem/properties").propertyNames())
        .contains("abstract")
        .doesNotContain("abstractText");
    assertThat(description.at("/components/schemas/Change/properties").propertyNames())
        .contains("new");
    assertThat(description.at("/components/schemas/Meetup/properties/reminders/items/type"))
        .hasToString("\"string\"");
    var inner = new OrganizerApi(management, ScheduleService.LOGIN);
    assertThat(inner.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(inner.get("/actuator/prometheus").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("wrongEvenings")
  void namesTheWrongField(String field, Consumer<ObjectNode> spoil) {
    ObjectNode evening = anEvening();
    spoil.accept(evening);

    Answer refused = api.post("/api/schedules", evening.toString());

    assertThat(refused.status()).as("%s", refused).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.json().get("errors"))
        .as("%s", refused)
        .singleElement()
        .satisfies(error -> {
          assertThat(error.get("field").asString()).isEqualTo(field);
          assertThat(error.get("message").asString()).isNotBlank();
        });
  }

  @Test
  void namesAllWrongFieldsOfAnEveningAtOnce() {
    ObjectNode evening = anEvening();
    wrongEvenings()
        .map(Arguments::get)
        .filter(arguments -> !((String) arguments[0]).startsWith("agenda"))
        .forEach(arguments -> {
          @SuppressWarnings("unchecked")
          var spoil = (Consumer<ObjectNode>) arguments[1];
          spoil.accept(evening);
        });

    Answer refused = api.post("/api/schedules", evening.toString());

    assertThat(refused.json().get("errors").size()).isGreaterThan(12);
  }

  private static Stream<Arguments> wrongEvenings() {
    return Stream.of(
        wrong("title", evening -> evening.put("title", " ")),
        wrong("title", evening -> evening.put("title", "x".repeat(201))),
        wrong("title", evening -> evening.put("title", "nul\0")),
        wrong("title", evening -> evening.remove("title")),
        wrong("timeZone", evening -> evening.put("timeZone", "Europe/Atlantis")),
        wrong("capacity", evening -> evening.put("capacity", -1)),
        wrong("capacity", evening -> evening.put("capacity", 1_000_001)),
        wrong("capacity", evening -> evening.put("capacity", "8")),
        wrong("capacity", evening -> evening.put("capacity", 8.5)),
        wrong("maxGuests", evening -> evening.put("maxGuests", 21)),
        wrong("waitlistCapacity", evening -> evening.put("waitlistCapacity", -1)),
        wrong("reservedSeats", evening -> evening.put("reservedSeats", -1)),
        wrong("reservedSeats", evening -> evening.put("capacity", 8).put("reservedSeats", 9)),
        wrong("onlineUrl", evening -> evening.put("onlineUrl", "meet.example")),
        wrong("venue.name", evening -> evening.putObject("venue").put("address", "There")),
        wrong("description", evening -> evening.put("description", "x".repeat(20_001))),
        wrong("rooms", evening -> evening.put("rooms", 2)),
        wrong("meetupId", evening -> evening.put("meetupId", "mine")),
        wrong("hosts", evening -> evening.put("hosts", "me")),
        wrong("sponsors[0].name", evening -> evening.putArray("sponsors").addObject()),
        wrong("rsvpOpensAt", evening -> evening.put("rsvpOpensAt", at(0))),
        wrong("rsvpClosesAt", evening -> evening.put("rsvpClosesAt", at(1))),
        wrong("promotionsEndAt", evening -> evening.put("promotionsEndAt", at(211))),
        wrong("promotionsEndAt", evening -> evening.put("promotionsEndAt", at(-1))),
        wrong("reminders", evening -> evening.put("reminders", "PT24H")),
        wrong(
            "reminders",
            evening -> remind(evening, "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H")),
        wrong("reminders[1]", evening -> remind(evening, "PT2H", "24h")),
        wrong("reminders[0]", evening -> evening.putArray("reminders").add(24)),
        wrong("reminders[0]", evening -> remind(evening, "PT1H0.5S")),
        wrong("reminders[0]", evening -> remind(evening, "PT4M59S")),
        wrong("reminders[1]", evening -> remind(evening, "P14D", "P14DT1S")),
        wrong("reminders[0]", evening -> remind(evening, "-PT2H", "PT2H")),
        wrong("reminders[2]", evening -> remind(evening, "PT24H", "PT5M", "P1D")),
        wrong("startsAt", evening -> evening.put("startsAt", "2026-03-05T18:00")),
        wrong("startsAt", evening -> evening.put("startsAt", at(0).replace("Z", "-09:00"))),
        wrong("rsvpClosesAt", evening -> evening.put("rsvpClosesAt", at(0).replace("Z", "+09:00"))),
        wrong(
            "agenda[1].endsAt",
            evening -> item(evening, 1).put("endsAt", at(60).replace("Z", "+09:00"))),
        wrong("endsAt", evening -> evening.put("endsAt", at(0))),
        wrong(
            "agenda[1].startsAt",
            evening -> item(evening, 1).put("startsAt", at(-1)).remove("endsAt")),
        wrong("agenda[1].endsAt", evening -> item(evening, 1).put("endsAt", at(29))),
        wrong("agenda[1].endsAt", evening -> item(evening, 1).put("endsAt", at(211))),
        wrong("agenda[1].id", evening -> item(evening, 1).put("id", "../etc")),
        wrong(
            "agenda[1].id",
            evening -> {
              item(evening, 0).put("id", "nele");
            }),
        wrong("agenda[0].kind", evening -> item(evening, 0).put("kind", "PARTY")),
        wrong("agenda[0].kind", evening -> item(evening, 0).remove("kind")),
        wrong(
            "agenda[1].speakers[0].name",
            evening -> ((ObjectNode) evening.at("/agenda/1/speakers/0")).put("name", "Kai\nLüke")),
        wrong("agenda[0]", evening -> evening.putArray("agenda").add(7)));
  }

  private static void remind(ObjectNode evening, String... leads) {
    ArrayNode reminders = evening.putArray("reminders");
    Stream.of(leads).forEach(reminders::add);
  }

  private static ObjectNode item(ObjectNode evening, int index) {
    return (ObjectNode) evening.get("agenda").get(index);
  }

  private static Arguments wrong(String field, Consumer<ObjectNode> spoil) {
    return Arguments.of(field, spoil);
  }

  private static List<String> ids(JsonNode page) {
    return page.get("meetups").valueStream().map(one -> one.get("meetupId").asString()).toList();
  }
}
