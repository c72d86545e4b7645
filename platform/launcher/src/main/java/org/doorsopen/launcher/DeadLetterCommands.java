package org.doorsopen.launcher;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.TopicAccess;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Help;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code doors dead-letters …}: asks the services of a running platform, which note who has
 * answered.
 */
@Command(
    name = "dead-letters",
    description = "Say what becomes of records that could not be read and were set aside.")
final class DeadLetterCommands implements Runnable {

  private final Console console = new Console(System.out);
  @Spec private CommandSpec spec;
  @Mixin private Help help;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say one of: list, show RECORD, replay RECORD, discard RECORD");
  }

  @Command(description = "List the records that wait for an answer, the oldest first.")
  void list(@Mixin Help help) {
    PlatformFacts facts = facts();
    long waiting = list(rsvps(facts), "rsvps") + list(schedules(facts), "schedules");
    if (waiting == 0) {
      console.say("No record waits.");
    }
  }

  private int list(Http service, String kind) {
    JsonNode letters = service.get("/api/dead-letters/" + kind).body().required("deadLetters");
    letters.forEach(letter ->
        console.say(
            "%s  %s  key %s, %s bytes, set aside for %s: %s"
                .formatted(
                    letter.path("setAsideAt").asString(),
                    letter.path("origin").asString(),
                    letter.path("key").isNull() ? "none" : letter.path("key").asString(),
                    letter.path("bytes").isNull() ? "no" : letter.path("bytes").asString(),
                    String.join(
                        ", ",
                        StreamSupport.stream(letter.path("readers").spliterator(), false)
                            .map(JsonNode::asString)
                            .toList()),
                    letter.path("reason").asString())));
    return letters.size();
  }

  @Command(description = "Show a record with its headers and bytes, which may be somebody's name.")
  void show(
      @Parameters(paramLabel = "RECORD", description = "As list shows it, such as rsvps-3@17.")
          String origin,
      @Mixin Help help) {
    console.say(service(origin).get(path(origin)).body().toPrettyString());
  }

  @Command(description = "Put a record back into the partition that it came from, once.")
  void replay(
      @Parameters(paramLabel = "RECORD", description = "As list shows it, such as rsvps-3@17.")
          String origin,
      @Mixin Help help) {
    answer(origin, "replay");
    console.say("%s is in its topic again, behind everything else.".formatted(origin));
  }

  @Command(description = "Say that nothing is to become of a record.")
  void discard(
      @Parameters(paramLabel = "RECORD", description = "As list shows it, such as rsvps-3@17.")
          String origin,
      @Mixin Help help) {
    answer(origin, "discard");
    console.say("%s is discarded.".formatted(origin));
  }

  private void answer(String origin, String answer) {
    service(origin)
        .post(path(origin) + "/" + answer, JsonNodeFactory.instance.objectNode(), Map.of());
  }

  static String path(String origin) {
    return "/api/dead-letters/%s/%s"
        .formatted(
            isOfSchedules(origin) ? "schedules" : "rsvps",
            URLEncoder.encode(origin, StandardCharsets.UTF_8));
  }

  private Http service(String origin) {
    return isOfSchedules(origin) ? schedules(facts()) : rsvps(facts());
  }

  /** Whether the record is of a topic that schedule-service writes; else it is rsvp-service's. */
  private static boolean isOfSchedules(String origin) {
    return TopicAccess.TABLE.stream()
        .filter(line -> line.writtenBy().contains(ServiceAccount.SCHEDULE))
        .anyMatch(line -> origin.startsWith(line.topic() + "-"));
  }

  private static Http rsvps(PlatformFacts facts) {
    return Http.basic(facts.rsvp(), facts.organizer());
  }

  private static Http schedules(PlatformFacts facts) {
    return Http.basic(facts.schedule(), facts.organizer());
  }

  private static PlatformFacts facts() {
    Path data =
        Settings.read(System.getenv(), Home.find().path()).data().toAbsolutePath().normalize();
    return PlatformFacts.ofRunning(data);
  }
}
