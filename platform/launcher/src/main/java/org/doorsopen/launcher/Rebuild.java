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

  private static final Duration LONGEST = Duration.ofHours(2);

  private final PlatformFacts facts;
  private final Console console;

  public Rebuild(PlatformFacts facts, Console console) {
    this.facts = facts;
    this.console = console;
  }

  /**
   * What it came to.
   *
   * @param records read
   * @param changed rows that were not as the topics tell
   * @param kept RSVPs that are older than the topic of decisions
   */
  public record Rebuilt(long records, long changed, long kept) {}

  /**
   * Returns when it is done.
   *
   * @throws org.doorsopen.launcher.http.HttpFailure if it is not; then nothing has changed
   */
  public Rebuilt run() {
    console.say("Reading the topics again; until that is done, the rows that there are answer …");
    long begin = System.nanoTime();
    Rebuilt rebuilt = rebuilt();
    console.say(
        "Read %d records in %s s; %d rows were not as the topics tell."
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
            .patient(LONGEST)
            .post("/api/read-model/rebuilds", JsonNodeFactory.instance.objectNode(), Map.of())
            .body();
    return new Rebuilt(
        body.required("records").asLong(),
        body.required("changed").asLong(),
        body.required("kept").asLong());
  }
}
