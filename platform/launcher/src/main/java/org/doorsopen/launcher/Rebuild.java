package org.doorsopen.launcher;

import java.time.Duration;
import java.util.Map;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code doors rebuild rsvp}: asks an instance of rsvp-service to read its topics again. */
public final class Rebuild {

  private static final Duration MAX_DURATION = Duration.ofHours(2);

  private final PlatformFacts facts;
  private final Console console;

  public Rebuild(PlatformFacts facts, Console console) {
    this.facts = facts;
    this.console = console;
  }

  /**
   * The result of a rebuild.
   *
   * @param records how many were read
   * @param changed how many rows differed from the topics
   * @param kept how many RSVPs are older than the topic of decisions
   */
  public record Rebuilt(long records, long changed, long kept) {}

  /**
   * Returns when the rebuild is done.
   *
   * @throws org.doorsopen.launcher.http.HttpFailure if it fails; nothing has changed then
   */
  public Rebuilt run() {
    console.say(
        "Reading the topics again; until that is done, requests are answered from the present rows …");
    long begin = System.nanoTime();
    Rebuilt rebuilt = rebuilt();
    console.say(
        "Read %d records in %s s; %d rows differed from what the topics say."
            .formatted(
                rebuilt.records,
                Console.seconds(Duration.ofNanos(System.nanoTime() - begin)),
                rebuilt.changed));
    if (rebuilt.kept > 0) {
      console.say(
          "%d RSVPs are older than the topic seats; they were kept as they are."
              .formatted(rebuilt.kept));
    }
    return rebuilt;
  }

  private Rebuilt rebuilt() {
    JsonNode body =
        Http.basic(facts.rsvp(), facts.organizer())
            .patient(MAX_DURATION)
            .post("/api/read-model/rebuilds", JsonNodeFactory.instance.objectNode(), Map.of())
            .body();
    return new Rebuilt(
        body.required("records").asLong(),
        body.required("changed").asLong(),
        body.required("kept").asLong());
  }
}
