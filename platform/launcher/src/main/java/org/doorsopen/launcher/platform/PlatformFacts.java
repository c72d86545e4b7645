package org.doorsopen.launcher.platform;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.infrastructure.Inbox;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.StartFailure;

/**
 * How to reach a running platform. Written for its owner only into the data folder, so that {@code
 * doors demo} finds it; gone when the platform stops.
 *
 * @param frontDoor the one address, behind which is everything that people need
 * @param rsvps every process of rsvp-service; any of them will do
 * @param rsvpsManagement health and metrics of each process, in the order of {@code rsvps}
 * @param organizer {@code user:password}
 * @param kafka for programs of the operator, who may do everything there
 * @param registry with the token of the operator; not to be shown
 * @param inbox empty if mail goes to a server outside
 */
public record PlatformFacts(
    URI frontDoor,
    List<URI> rsvps,
    URI schedule,
    URI notification,
    List<URI> rsvpsManagement,
    URI scheduleManagement,
    URI notificationManagement,
    String organizer,
    String smtp,
    Optional<Inbox> inbox,
    Duration changeWindow,
    KafkaLogin kafka,
    URI registry) {

  /** Of the registry, without the token, so that it may be shown. */
  public URI registryAddress() {
    return URI.create(registry.toString().replaceFirst("//[^/]*@", "//"));
  }

  /** The first process of rsvp-service. */
  public URI rsvp() {
    return rsvps.getFirst();
  }

  /**
   * @throws StartFailure that says how to start one, if no platform runs on the folder
   */
  public static PlatformFacts ofRunning(Path data) {
    return readFrom(data)
        .orElseThrow(() ->
            new StartFailure(
                "No platform runs on %s; start one first, in another terminal: ./doors up"
                    .formatted(data)));
  }

  /** Empty if no platform has written it, or it has stopped in order. */
  public static Optional<PlatformFacts> readFrom(Path data) {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Properties facts = new Properties();
      facts.load(new StringReader(Files.readString(file)));
      return Optional.of(of(facts));
    } catch (IOException e) {
      throw new StartFailure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  void writeTo(DataFolder data) {
    Properties facts = new Properties();
    facts.setProperty("frontDoor", frontDoor.toString());
    facts.setProperty("rsvps", rsvps.stream().map(URI::toString).collect(Collectors.joining(" ")));
    facts.setProperty("schedule", schedule.toString());
    facts.setProperty("notification", notification.toString());
    facts.setProperty(
        "rsvpsManagement",
        rsvpsManagement.stream().map(URI::toString).collect(Collectors.joining(" ")));
    facts.setProperty("scheduleManagement", scheduleManagement.toString());
    facts.setProperty("notificationManagement", notificationManagement.toString());
    facts.setProperty("organizer", organizer);
    facts.setProperty("smtp", smtp);
    facts.setProperty("changeWindow", changeWindow.toString());
    facts.setProperty("kafka", kafka.bootstrapServers());
    facts.setProperty("kafkaUser", kafka.user());
    facts.setProperty("kafkaPassword", kafka.password());
    facts.setProperty("registry", registry.toString());
    inbox.ifPresent(found -> facts.setProperty("inbox", found.address().toString()));
    StringWriter text = new StringWriter();
    try {
      facts.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    DataFolder.writePrivately(file(data.resolve("")), text.toString());
  }

  static void deleteFrom(DataFolder data) {
    try {
      Files.deleteIfExists(file(data.resolve("")));
    } catch (IOException e) {
      throw new IllegalStateException("The facts of a stopped platform cannot be deleted", e);
    }
  }

  private static PlatformFacts of(Properties facts) {
    return new PlatformFacts(
        URI.create(facts.getProperty("frontDoor")),
        Stream.of(facts.getProperty("rsvps").split(" ")).map(URI::create).toList(),
        URI.create(facts.getProperty("schedule")),
        URI.create(facts.getProperty("notification")),
        Stream.of(facts.getProperty("rsvpsManagement").split(" ")).map(URI::create).toList(),
        URI.create(facts.getProperty("scheduleManagement")),
        URI.create(facts.getProperty("notificationManagement")),
        facts.getProperty("organizer"),
        facts.getProperty("smtp"),
        Optional.ofNullable(facts.getProperty("inbox")).map(URI::create).map(Inbox::new),
        Duration.parse(facts.getProperty("changeWindow")),
        new KafkaLogin(
            facts.getProperty("kafka"),
            facts.getProperty("kafkaUser"),
            facts.getProperty("kafkaPassword")),
        URI.create(facts.getProperty("registry")));
  }

  private static Path file(Path data) {
    return data.resolve("run/platform.properties");
  }
}
