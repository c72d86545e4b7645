package org.doorsopen.launcher.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.Http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A person who would like to come; speaks to rsvp-service as any client may. */
public final class Attendee {
  private static final Duration MAX_OUTAGE = Duration.ofSeconds(60);

  private final Http rsvps;
  private final String name;
  private final String email;

  Attendee(URI rsvpService, String name, String email) {
    this.rsvps = Http.anonymous(rsvpService);
    this.name = name;
    this.email = email;
  }

  /** The answer to a request: the means to see and to cancel the RSVP. */
  public record Rsvp(String rsvpId, String token) {}

  /**
   * @param reason empty unless there is one
   * @param waitlistPosition 0 unless waiting
   */
  public record Status(String state, String reason, int waitlistPosition) {

    boolean isDecided() {
      return !state.equals("REQUESTED");
    }
  }

  Attendee on(URI rsvpService) {
    return new Attendee(rsvpService, name, email);
  }

  public String name() {
    return name;
  }

  /**
   * Acknowledged, not decided. With a key of its own, so that it can be asked again while the
   * service cannot say whether it has taken it.
   */
  public Rsvp rsvpTo(String meetupId) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("email", email)
            .put("guests", 0);
    Map<String, String> headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String path = "/api/meetups/%s/rsvps".formatted(meetupId);
    JsonNode answer = acknowledged(() -> rsvps.tryPost(path, body, headers)).body();
    return new Rsvp(answer.path("rsvpId").asString(), answer.path("token").asString());
  }

  public Status statusOf(Rsvp rsvp) {
    JsonNode answer = rsvps.bearer(rsvp.token).get("/api/rsvps/" + rsvp.rsvpId).body();
    return new Status(
        answer.path("status").asString(),
        answer.path("reason").asString(""),
        answer.path("waitlistPosition").asInt(0));
  }

  public void cancel(Rsvp rsvp) {
    acknowledged(() -> rsvps.bearer(rsvp.token).tryDelete("/api/rsvps/" + rsvp.rsvpId));
  }

  private Answer acknowledged(Supplier<Answer> request) {
    return new Patience(MAX_OUTAGE)
        .await(
            "an answer to " + name,
            () -> Optional.of(request.get()).filter(answer -> answer.status() != 503))
        .orFail();
  }
}
