package org.doorsopen.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with the organizers' login. */
public final class Organizer {
  private final Http platform;

  public Organizer(PlatformFacts facts) {
    this.platform = Http.basic(facts.frontDoor(), facts.organizer());
  }

  /** A saved draft; the tag is what the next edit has to name. */
  public record Draft(String meetupId, String etag, ObjectNode meetup) {}

  /** A version, and what it changes against the one before. */
  public record Published(int version, List<Change> changes) {}

  /**
   * @param path a field, or {@code agenda[id].field}
   * @param before a JSON null if there was nothing
   */
  public record Change(String path, JsonNode before, JsonNode now) {}

  /** One line of the delivery log. */
  public record Email(String rsvpId, String kind, String status) {}

  public Draft create(ObjectNode meetup) {
    return draft(platform.post("/api/schedules", meetup, Map.of()));
  }

  public Draft edit(Draft draft, ObjectNode meetup) {
    Map<String, String> headers = Map.of("If-Match", draft.etag);
    return draft(platform.put("/api/schedules/" + draft.meetupId, meetup, headers));
  }

  public Published publish(Draft draft, String note) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("note", note).put("notify", "AUTO");
    String path = "/api/schedules/%s/publications".formatted(draft.meetupId);
    JsonNode answer = platform.post(path, body, Map.of()).body();
    return new Published(
        answer.path("version").asInt(),
        stream(answer.path("changes"))
            .map(c -> new Change(c.path("path").asString(), c.path("old"), c.path("new")))
            .toList());
  }

  /** The mails about a meetup, the oldest first. */
  public List<Email> emails(String meetupId) {
    JsonNode answer = platform.get("/api/emails?limit=200&meetupId=" + meetupId).body();
    return stream(answer.path("emails"))
        .map(email ->
            new Email(
                email.path("rsvpId").asString(),
                email.path("kind").asString(),
                email.path("status").asString()))
        .toList()
        .reversed();
  }

  private static Draft draft(Http.Answer answer) {
    return new Draft(
        answer.body().path("meetupId").asString(),
        answer.etag().orElseThrow(() -> new DemoFailure("A draft without an ETag")),
        (ObjectNode) answer.body());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
