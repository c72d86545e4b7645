package org.doorsopen.standalone;

import java.time.Duration;
import java.util.Map;
import org.doorsopen.standalone.http.Http;
import org.doorsopen.standalone.platform.Console;
import org.doorsopen.standalone.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code doors rebuild rsvp}: asks an instance of rsvp-service to read its topics again. */
final class Rebuild {

  private static final Duration LONGEST = Duration.ofHours(2);

  private final PlatformFacts facts;
  private final Console console;

  Rebuild(PlatformFacts facts, Console console) {
    this.facts = facts;
    this.console = console;
  }

  /**
   * Returns when it is done.
   *
   * @throws org.doorsopen.standalone.http.HttpFailure if it is not; then nothing has changed
   */
  void run() {
    console.say("Reading the topics again; until that is done, the rows that there are answer …");
    long begin = System.nanoTime();
    JsonNode done =
        Http.basic(facts.rsvp(), facts.organizer())
            .patient(LONGEST)
            .post("/api/read-model/rebuilds", JsonNodeFactory.instance.objectNode(), Map.of())
            .body();
    console.say(
        "Read %d records in %s s; %d rows were not as the topics tell."
            .formatted(
                done.path("records").asLong(),
                Console.seconds(Duration.ofNanos(System.nanoTime() - begin)),
                done.path("changed").asInt()));
    if (done.path("kept").asInt() > 0) {
      console.say(
          "%d RSVPs are older than the topic seats; they were kept as they are."
              .formatted(done.path("kept").asInt()));
    }
  }
}
