package org.doorsopen.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /** The key of its links. */
  static final String SECRET = "the-secret-of-this-trial-and-no-other";

  private final Path log;
  private final Path secrets;
  private final String organizer = "organizer:" + UUID.randomUUID();
  private final String project = "doors-test-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> settings = new HashMap<>();
  private final List<String> files =
      new ArrayList<>(List.of("docker-compose.yml", "containers/ports.yml"));
  private String mailLogin = "";

  private ComposePlatform(Path log, String profile) {
    this.log = log;
    this.secrets = log.resolveSibling(project);
    settings.put("COMPOSE_PROFILES", profile);
    settings.put("DOORS_CHANGE_WINDOW", "1s");
    settings.put("DOORS_SECRETS", secrets.toString());
    Stream.of("FRONT_DOOR", "TLS", "RSVP", "RSVP_2", "SCHEDULE", "NOTIFICATION", "MAIL")
        .forEach(name -> settings.put(port(name), Integer.toString(Ports.free())));
    Stream.of("RSVP", "RSVP_2", "SCHEDULE", "NOTIFICATION")
        .map(name -> name + "_MANAGEMENT")
        .forEach(name -> settings.put(port(name), Integer.toString(Ports.free())));
  }

  /**
   * One of each, behind a name with certificates of Caddy's own authority, which clients of this
   * JVM take from then on. Returns when every service is ready.
   *
   * @param log takes the output of compose
   */
  static ComposePlatform behindTls(Path log) {
    ComposePlatform platform = new ComposePlatform(log, "default");
    platform.settings.put("DOORS_DOMAIN", "localhost");
    platform.settings.put("DOORS_CERTIFICATES", "local_certs");
    platform.settings.put("DOORS_PUBLIC_URL", platform.frontDoor().toString());
    platform.up();
    TrustedHere.take(
        platform.said("front-door", "cat", "/data/caddy/pki/authorities/local/root.crt"));
    return platform;
  }

  /**
   * Three brokers and two instances of rsvp-service, which talk to each other and to the database
   * through TLS, as between machines.
   */
  static ComposePlatform scaled(Path log) {
    ComposePlatform platform = new ComposePlatform(log, "scale");
    Certificates.writeTo(platform.secrets.resolve("tls"));
    platform.files.add("containers/tls.yml");
    platform.up();
    return platform;
  }

  private void up() {
    give("DOORS_ORGANIZER", organizer);
    give("DOORS_SECRET", SECRET);
    try {
      compose(List.of("up", "--detach"));
      awaitReady("RSVP");
      awaitReady("SCHEDULE");
      awaitReady("NOTIFICATION");
      mailLogin = said("mail", "cat", "/run/mail/login");
      if (settings.get("COMPOSE_PROFILES").equals("scale")) {
        awaitReady("RSVP_2");
      }
    } catch (RuntimeException | AssertionError e) {
      compose(List.of("logs", "--no-color", "--tail=40"));
      System.err.println(said());
      close();
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
        frontDoor(),
        List.of(address("RSVP")),
        address("SCHEDULE"),
        address("NOTIFICATION"),
        List.of(address("RSVP_MANAGEMENT")),
        address("SCHEDULE_MANAGEMENT"),
        address("NOTIFICATION_MANAGEMENT"),
        organizer,
        "mail:1025",
        Optional.of(Inbox.mailpit(mailLogin, "127.0.0.1", mail)),
        Duration.ofSeconds(1),
        new KafkaLogin("brokers:9092", "", ""),
        URI.create("http://registry:8081"));
  }

  /** Where plain HTTP is answered. */
  URI plainFrontDoor() {
    return URI.create("http://localhost:" + settings.get(port("FRONT_DOOR")));
  }

  /** The mail catcher's {@code user:password}. */
  String mailLogin() {
    return mailLogin;
  }

  /** Writes a secret down where the operator does; {@link #tellSecrets} has it read. */
  void give(String name, String secret) {
    try {
      Files.createDirectories(secrets);
      Files.writeString(secrets.resolve(name), secret + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void tellSecrets() {
    compose(List.of("run", "--rm", "secrets"));
  }

  /** What a command in a container says. */
  String said(String service, String... command) {
    Ended ended = run(service, command);
    assertThat(ended.code()).as("%s in %s", List.of(command), service).isZero();
    return ended.output().strip();
  }

  boolean succeeds(String service, String... command) {
    return run(service, command).code() == 0;
  }

  private Ended run(String service, String... command) {
    List<String> words = compose();
    words.addAll(List.of("exec", "-T", service));
    words.addAll(List.of(command));
    return ended(words);
  }

  /** All that the engine tells of the containers, those that have ended included. */
  String inspected() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "docker",
                "ps",
                "--all",
                "--quiet",
                "--filter",
                "label=com.docker.compose.project=" + project));
    List<String> containers = ended(words).output().lines().toList();
    assertThat(containers).hasSizeGreaterThan(10);
    List<String> inspect = new ArrayList<>(List.of("docker", "inspect"));
    inspect.addAll(containers);
    return ended(inspect).output();
  }

  private record Ended(int code, String output) {}

  private Ended ended(List<String> command) {
    try {
      Process process =
          builder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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

  private URI frontDoor() {
    return settings.containsKey("DOORS_DOMAIN")
        ? URI.create("https://localhost:" + settings.get(port("TLS")))
        : address("FRONT_DOOR");
  }

  private URI address(String service) {
    return URI.create("http://127.0.0.1:" + settings.get(port(service)));
  }

  private static String port(String service) {
    return service.equals("FRONT_DOOR") ? "DOORS_PORT" : "DOORS_%s_PORT".formatted(service);
  }

  private void compose(List<String> subcommand, String... services) {
    List<String> command = compose();
    command.addAll(subcommand);
    command.addAll(List.of(services));
    ProcessBuilder builder =
        builder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
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

  private List<String> compose() {
    List<String> command = new ArrayList<>(client());
    command.addAll(List.of("--project-name", project));
    files.forEach(file -> command.addAll(List.of("--file", file)));
    return command;
  }

  // Images have other names where the real ones cannot be had.
  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(HOME.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("DOORS_") && !name.endsWith("_IMAGE"));
    builder.environment().putAll(settings);
    return builder;
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
