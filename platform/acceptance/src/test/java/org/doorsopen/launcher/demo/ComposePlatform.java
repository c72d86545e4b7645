package org.doorsopen.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.infrastructure.Inbox;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.HttpFailure;
import org.doorsopen.launcher.platform.PlatformFacts;

/**
 * {@code docker compose up} under a project name of its own; removed with its volumes when it is
 * closed.
 */
final class ComposePlatform implements AutoCloseable {
  private static final Path HOME = Path.of(System.getProperty("doors.home", ".."));
  private static final Duration COMMAND_TAKES_AT_MOST = Duration.ofMinutes(8);
  private static final Duration READY_WITHIN = Duration.ofMinutes(4);

  private final Path log;
  private final String project = "doors-test-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> settings = new HashMap<>();

  private ComposePlatform(Path log, String profile) {
    this.log = log;
    settings.put("COMPOSE_PROFILES", profile);
    settings.put("DOORS_CHANGE_WINDOW", "1s");
    settings.put("DOORS_ORGANIZER", "organizer:" + UUID.randomUUID());
    Stream.of("FRONT_DOOR", "TLS", "RSVP", "RSVP_2", "SCHEDULE", "NOTIFICATION", "MAIL")
        .forEach(name -> settings.put(port(name), Integer.toString(Ports.free())));
    Stream.of("RSVP", "RSVP_2", "SCHEDULE", "NOTIFICATION")
        .map(name -> name + "_MANAGEMENT")
        .forEach(name -> settings.put(port(name), Integer.toString(Ports.free())));
  }

  /**
   * Returns when every service is ready.
   *
   * @param log takes the output of compose
   */
  static ComposePlatform up(Path log, String profile) {
    ComposePlatform platform = new ComposePlatform(log, profile);
    try {
      platform.compose(List.of("up", "--detach"));
      platform.awaitReady("RSVP");
      platform.awaitReady("SCHEDULE");
      platform.awaitReady("NOTIFICATION");
      if (profile.equals("scale")) {
        platform.awaitReady("RSVP_2");
      }
      return platform;
    } catch (RuntimeException | AssertionError e) {
      platform.compose(List.of("logs", "--no-color", "--tail=40"));
      System.err.println(platform.said());
      platform.close();
      throw e;
    }
  }

  static boolean canRun() {
    try {
      return new ProcessBuilder("docker", "info")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  PlatformFacts facts() {
    int mail = Integer.parseInt(settings.get(port("MAIL")));
    return new PlatformFacts(
        address("FRONT_DOOR"),
        List.of(address("RSVP")),
        address("SCHEDULE"),
        address("NOTIFICATION"),
        List.of(address("RSVP_MANAGEMENT")),
        address("SCHEDULE_MANAGEMENT"),
        address("NOTIFICATION_MANAGEMENT"),
        settings.get("DOORS_ORGANIZER"),
        "mail:1025",
        Optional.of(Inbox.mailpit("127.0.0.1", mail)),
        Duration.ofSeconds(1),
        new KafkaLogin("brokers:9092", "", ""),
        URI.create("http://registry:8081"));
  }

  /** As a power cut does; they stay down until {@link #start}. */
  void kill(String... services) {
    compose(List.of("kill", "-s", "SIGKILL"), services);
  }

  void start(String... services) {
    compose(List.of("start"), services);
  }

  @Override
  public void close() {
    compose(List.of("down", "--volumes", "--timeout", "20"));
  }

  private void awaitReady(String service) {
    Http http = Http.anonymous(address(service + "_MANAGEMENT"));
    await()
        .atMost(READY_WITHIN)
        .ignoreException(HttpFailure.class)
        .until(() -> http.tryGet("/actuator/health/readiness").status() == 200);
  }

  private URI address(String service) {
    return URI.create("http://127.0.0.1:" + settings.get(port(service)));
  }

  private static String port(String service) {
    return service.equals("FRONT_DOOR") ? "DOORS_PORT" : "DOORS_%s_PORT".formatted(service);
  }

  private void compose(List<String> subcommand, String... services) {
    List<String> command = new ArrayList<>(client());
    command.addAll(List.of("--project-name", project));
    command.addAll(List.of("--file", "docker-compose.yml", "--file", "containers/ports.yml"));
    command.addAll(subcommand);
    command.addAll(List.of(services));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("DOORS_"));
    builder.environment().putAll(settings);
    try {
      Process process = builder.start();
      boolean ended = process.waitFor(COMMAND_TAKES_AT_MOST.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended && process.exitValue() == 0).as("%s%n%s", command, said()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // Docker's own plug-in, or Debian's docker-compose.
  private static List<String> client() {
    return Stream.of("/usr/libexec", "/usr/lib", "/usr/local/lib", "/usr/local/libexec")
            .map(folder -> Path.of(folder, "docker/cli-plugins/docker-compose"))
            .anyMatch(Files::isExecutable)
        ? List.of("docker", "compose")
        : List.of("docker-compose");
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
