package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The promises of the file that can be tested without a Docker engine; {@code ComposeIT} starts the
 * containers.
 */
@SuppressWarnings("unchecked") // YAML
class ComposeFileTest {
  private static final Set<String> ONE_SHOTS =
      Set.of("secrets", "kafka-ready", "database-roles", "accounts");
  private static final Set<String> BROKERS = Set.of("kafka-1", "kafka-2", "kafka-3");

  /** Some have two numbers in all, and Java's has a build; a tag such as 25-jdk moves. */
  private static final Pattern OF_A_VERSION =
      Pattern.compile("[^:@]+:v?\\d+\\.\\d+(\\.\\d+)?(_\\d+)?(-[a-z]+)?(@sha256:[0-9a-f]{64})?");

  private static final Pattern BASE =
      Pattern.compile("(?m)^ARG (\\w+)=(\\S+)|^FROM (\\S+)(?: AS (\\w+))?|^COPY .*--from=(\\S+)");

  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");

  private static final Map<String, Map<String, Object>> SERVICES = new TreeMap<>();
  private static final Map<String, Object> NETWORKS = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (Reader file = Files.newBufferedReader(home().resolve("docker-compose.yml"))) {
      Map<String, Object> compose = new Yaml().load(file);
      SERVICES.putAll((Map<String, Map<String, Object>>) compose.get("services"));
      NETWORKS.putAll((Map<String, Object>) compose.get("networks"));
    }
  }

  @Test
  void opensTheFrontDoorToTheWorldAndTheMailsToThisMachine() {
    assertThat(SERVICES.values().stream().flatMap(service -> strings(service, "ports")))
        .containsExactlyInAnyOrder(
            "${DOORS_PORT:-8080}:80",
            "${DOORS_TLS_PORT:-8443}:443",
            "127.0.0.1:${DOORS_MAIL_PORT:-8025}:8025");
  }

  /** What is in an environment is shown to everybody who may ask the engine. */
  @Test
  void hasNoSecretInAnyEnvironment() throws IOException {
    assertThat(environments().map(Map.Entry::getKey))
        .noneMatch(name -> name.matches(".*(PASSWORD|SECRET\\w*|ORGANIZER|JAAS_CONFIG|_AUTH)"));
    assertThat(Files.readString(home().resolve("docker-compose.yml")))
        .as("what compose takes from its own environment")
        .doesNotContainPattern(
            "(?<!\\$)\\$\\{DOORS_(SECRET|SECRET_BEFORE|ID_SECRET|ORGANIZER|SMTP_PASSWORD)\\b");
    assertThat(setting("postgres", "POSTGRES_PASSWORD_FILE")).startsWith("/run/");
    assertThat(setting("mail", "MP_UI_AUTH_FILE")).startsWith("/run/");
  }

  @Test
  void takesSecretsFromFilesThatOperationsNames() throws IOException {
    String script = strings(SERVICES.get("secrets"), "command").findFirst().orElseThrow();
    Matcher taken = Pattern.compile("for name in ([A-Z_ ]+); do take ").matcher(script);
    assertThat(taken.find()).isTrue();
    String operations = Files.readString(home().resolve("docs/operations.md"));

    assertThat(taken.group(1).split(" "))
        .hasSize(5)
        .allSatisfy(name -> assertThat(operations).contains("| file `" + name + "` |"));
    assertThat(operations).contains("| file `DOORS_ORGANIZERS` |");
  }

  /** Everybody who may ask the engine would see them. */
  @Test
  void refusesSecretsInTheFileOfSettings() throws IOException {
    String script = strings(SERVICES.get("secrets"), "command").findFirst().orElseThrow();
    Matcher refused = Pattern.compile("names='(.*)'").matcher(script);
    assertThat(refused.find()).isTrue();

    assertThat(
            List.of(
                "DOORS_SECRET",
                "DOORS_SECRET_BEFORE",
                "DOORS_ID_SECRET",
                "DOORS_ORGANIZER",
                "DOORS_SMTP_PASSWORD"))
        .allSatisfy(name -> assertThat(name).matches(refused.group(1)));
    assertThat(strings(SERVICES.get("secrets"), "volumes")).contains("./.env:/settings.env:ro");
  }

  @Test
  void hasNamesForImagesThatCanBeReplaced() throws IOException {
    Properties images = new Properties();
    try (Reader file =
        Files.newBufferedReader(
            home()
                .resolve("platform/infrastructure/src/main/resources/org/doorsopen/infrastructure")
                .resolve("containers/images.properties"))) {
      images.load(file);
    }

    assertThat(
            SERVICES.values().stream()
                .map(ComposeFileTest::image)
                .filter(name -> !name.startsWith("doors-open/")))
        .allSatisfy(image ->
            assertThat(
                    images.stringPropertyNames().stream()
                        .map(name ->
                            "${DOORS_%s_IMAGE:-%s}"
                                .formatted(
                                    name.toUpperCase(Locale.ROOT).replace('-', '_'),
                                    images.getProperty(name))))
                .contains(image));
  }

  @Test
  void namesAVersionOfEveryImage() throws IOException {
    assertThat(
            SERVICES.values().stream()
                .map(ComposeFileTest::image)
                .filter(name -> !name.startsWith("doors-open/")))
        .allSatisfy(image ->
            assertThat(image.replaceFirst("^\\$\\{\\w+:-(.+)}$", "$1")).matches(OF_A_VERSION));
    assertThat(
            bases(
                """
                ARG A=debian:bookworm-slim
                FROM $A AS base
                COPY --from=caddy:2 /usr/bin/caddy /
                FROM base
                """))
        .containsExactly("debian:bookworm-slim", "caddy:2")
        .noneMatch(image -> OF_A_VERSION.matcher(image).matches());
    assertThat(bases(Files.readString(home().resolve("containers/Dockerfile"))))
        .hasSize(2)
        .allSatisfy(image -> assertThat(image).matches(OF_A_VERSION));
  }

  /** What a Dockerfile begins with or takes from, that it has not made itself. */
  private static Set<String> bases(String dockerfile) {
    Map<String, String> names = new HashMap<>();
    Set<String> stages = new HashSet<>();
    Set<String> bases = new LinkedHashSet<>();
    BASE.matcher(dockerfile)
        .results()
        .forEach(match -> {
          if (match.group(1) != null) {
            names.put("$" + match.group(1), match.group(2));
            return;
          }
          String image = match.group(3) == null ? match.group(5) : match.group(3);
          if (!stages.contains(image)) {
            bases.add(names.getOrDefault(image, image));
          }
          if (match.group(4) != null) {
            stages.add(match.group(4));
          }
        });
    return bases;
  }

  /** A network that is not internal leads everywhere. */
  @Test
  void keepsApartWhatHasNothingToSayToEachOther() {
    Map<String, String> members =
        Map.of(
            "outside", "front-door",
            "front", "front-door|(schedule|rsvp|notification)-service(-2)?",
            "log",
                "(schedule|rsvp|notification)-service(-2)?|kafka(-[123])?|kafka-ready|accounts|registry",
            "data", "(schedule|rsvp|notification)-service(-2)?|postgres|database-roles",
            "mail", "mail|notification-service");

    SERVICES.forEach((name, service) -> {
      Set<String> networks = networks(service);
      assertThat(networks).as(name).isSubsetOf(members.keySet());
      if (name.equals("secrets")) {
        assertThat(service).containsEntry("network_mode", "none");
      } else {
        assertThat(networks).as(name).isNotEmpty();
      }
      members.forEach((network, who) ->
          assertThat(networks.contains(network))
              .as("%s is in %s", name, network)
              .isEqualTo(name.matches(who)));
    });
    assertThat(NETWORKS.keySet()).isEqualTo(members.keySet());
    assertThat(
            NETWORKS.entrySet().stream()
                .filter(network -> !Map.of("internal", true).equals(network.getValue()))
                .map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("outside", "mail");
  }

  @Test
  void givesEveryServiceTheOrganizersThatTheOperatorHasAdded() {
    assertThat(SERVICES.keySet().stream().filter(name -> name.matches("\\w+-service(-2)?")))
        .hasSize(4)
        .allSatisfy(name -> {
          assertThat(setting(name, "DOORS_ORGANIZERS")).isEqualTo("/run/organizers/organizers");
          assertThat(strings(SERVICES.get(name), "volumes"))
              .contains("organizers:/run/organizers:ro");
        });
  }

  @Test
  void limitsTheMemoryOfEveryContainerAndLeavesRoomBesideTheHeap() {
    assertThat(SERVICES)
        .allSatisfy((name, service) -> assertThat(service).as(name).containsKey("mem_limit"));
    assertThat(SERVICES)
        .allSatisfy((name, service) ->
            assertThat(heapMegabytes(service))
                .as(name)
                .isLessThanOrEqualTo(megabytes(service) / 2));
  }

  @Test
  void boundsTheLogOfEveryContainer() {
    assertThat(SERVICES)
        .allSatisfy((name, service) ->
            assertThat(service.get("logging"))
                .as(name)
                .isEqualTo(
                    Map.of(
                        "driver",
                        "json-file",
                        "options",
                        Map.of("max-size", "10m", "max-file", "3"))));
  }

  /** The embedded one is told so in Java; what it logs is looked at by EmbeddedInfrastructureIT. */
  @Test
  void tellsBothDatabasesAlikeToLogNoValues() throws IOException {
    String embedded =
        Files.readString(
            home()
                .resolve("platform/infrastructure/src/main/java/org/doorsopen/infrastructure")
                .resolve("embedded/EmbeddedPostgresql.java"));

    List<String> options =
        strings(SERVICES.get("postgres"), "command")
            .filter(option -> option.startsWith("-clog_"))
            .toList();

    assertThat(options).hasSize(5);
    assertThat(embedded).contains(options);
  }

  /** A list of options in a second file replaces that of the first. */
  @Test
  void hasTheSameOptionsOfTheDatabaseWithTls() throws IOException {
    try (Reader file = Files.newBufferedReader(home().resolve("containers/tls.yml"))) {
      Map<String, Object> tls = new Yaml().load(file);
      Map<String, Object> database =
          ((Map<String, Map<String, Object>>) tls.get("services")).get("postgres");

      assertThat(strings(database, "command").filter(option -> !option.startsWith("-cssl")))
          .containsExactlyElementsOf(strings(SERVICES.get("postgres"), "command").toList());
    }
  }

  /** {@code ./doors} has them from the same file. */
  @Test
  void startsEveryServiceWithTheOptionsThatItHasEverywhere() throws IOException {
    String image = Files.readString(home().resolve("containers/Dockerfile"));

    assertThat(image)
        .contains("COPY $SERVICE/java-options ./", "exec java @java-options $JAVA_OPTIONS");
    assertThat(Stream.of(Service.values()).map(Service::module))
        .allSatisfy(service -> {
          assertThat(home().resolve(service).resolve("java-options")).isNotEmptyFile();
          assertThat(image).contains(service + "/java-options /doors/" + service + "/");
        });
  }

  @Test
  void restartsWhatDiesAndRunsOnceWhatPrepares() {
    assertThat(SERVICES)
        .allSatisfy((name, service) ->
            assertThat(service.get("restart"))
                .as(name)
                .isEqualTo(ONE_SHOTS.contains(name) ? null : "unless-stopped"));
  }

  @Test
  void takesFromEveryContainerWhatItDoesNotNeed() {
    assertThat(SERVICES)
        .allSatisfy((name, service) -> {
          assertThat(service).as(name).containsEntry("read_only", true);
          assertThat(service).as(name).containsEntry("cap_drop", List.of("ALL"));
          assertThat(service)
              .as(name)
              .containsEntry("security_opt", List.of("no-new-privileges:true"));
          assertThat(service).as(name).containsKeys("pids_limit", "logging");
        });
  }

  @Test
  void showsEachContainerItsOwnSecretsAlone() {
    Map<String, String> readers =
        Map.of(
            "schedule-secrets", "schedule-service",
            "rsvp-secrets", "rsvp-service(-2)?",
            "notification-secrets", "notification-service",
            "account-secrets", "accounts",
            "broker-secrets", "kafka(-[123])?",
            "registry-secrets", "registry",
            "mail-secret", "mail",
            "database-secret", "postgres",
            "role-secrets", "database-roles",
            "service-secrets", "nobody beside the one-shot that makes them");
    readers.forEach((secrets, reader) ->
        assertThat(SERVICES)
            .allSatisfy((name, service) ->
                assertThat(strings(service, "volumes").anyMatch(v -> v.startsWith(secrets + ":")))
                    .as("%s sees %s", name, secrets)
                    .isEqualTo(name.equals("secrets") || name.matches(reader))));
  }

  @Test
  void letsNobodyInToKafkaWithoutALogin() {
    assertThat(environments().map(Map.Entry::getValue))
        .noneMatch(value -> value.matches("(.*[:,])?PLAINTEXT(:.*)?"));
    for (String broker : List.of("kafka", "kafka-1", "kafka-2", "kafka-3")) {
      assertThat(setting(broker, "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"))
          .isEqualTo("CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
      assertThat(setting(broker, "KAFKA_AUTHORIZER_CLASS_NAME")).endsWith("StandardAuthorizer");
      assertThat(setting(broker, "KAFKA_SUPER_USERS")).isEqualTo("User:broker;User:operator");
    }
  }

  @Test
  void keepsThreeReplicasInTheProfileScaleAndLosesNothingWithOneOfThem() {
    assertThat(BROKERS)
        .allSatisfy(broker -> {
          assertThat(SERVICES.get(broker)).containsEntry("profiles", List.of("scale"));
          assertThat(settingsMatching(broker, ".*REPLICATION_FACTOR")).hasSize(4).containsOnly("3");
          assertThat(settingsMatching(broker, ".*MIN_(ISR|INSYNC_REPLICAS)"))
              .hasSize(3)
              .containsOnly("2");
        });
    assertThat(SERVICES.get("kafka")).containsEntry("profiles", List.of("default"));
    assertThat(setting("rsvp-service", "DOORS_REPLICAS")).as("the brokers decide").isEmpty();
  }

  @Test
  void startsTheDefaultProfileUnlessAnotherIsNamed() throws IOException {
    assertThat(Files.readAllLines(home().resolve(".env"))).contains("COMPOSE_PROFILES=default");
  }

  private static Path home() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.exists(folder.resolve("docker-compose.yml")) ? folder : folder.resolve("../..");
  }

  private static Stream<Map.Entry<String, String>> environments() {
    return SERVICES.values().stream().flatMap(service -> environment(service).entrySet().stream());
  }

  private static List<String> settingsMatching(String service, String pattern) {
    return environment(SERVICES.get(service)).entrySet().stream()
        .filter(setting -> setting.getKey().matches(pattern))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String setting(String service, String name) {
    return environment(SERVICES.get(service)).get(name);
  }

  private static Map<String, String> environment(Map<String, Object> service) {
    return ((Map<String, Object>) service.getOrDefault("environment", Map.of()))
        .entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Objects.toString(e.getValue(), "")));
  }

  private static Stream<String> strings(Map<String, Object> service, String key) {
    return ((List<String>) service.getOrDefault(key, List.of())).stream();
  }

  private static Set<String> networks(Map<String, Object> service) {
    return switch (service.get("networks")) {
      case Map<?, ?> withAliases ->
          withAliases.keySet().stream().map(Object::toString).collect(Collectors.toSet());
      case List<?> names -> names.stream().map(Object::toString).collect(Collectors.toSet());
      case null -> Set.of();
      default -> throw new AssertionError(service);
    };
  }

  private static String image(Map<String, Object> service) {
    return service.get("image").toString();
  }

  private static int megabytes(Map<String, Object> service) {
    String limit = service.get("mem_limit").toString();
    int number = Integer.parseInt(limit.substring(0, limit.length() - 1));
    return limit.endsWith("g") ? 1024 * number : number;
  }

  private static int heapMegabytes(Map<String, Object> service) {
    return environment(service).values().stream()
        .map(HEAP::matcher)
        .filter(Matcher::find)
        .map(heap -> Integer.parseInt(heap.group(1)))
        .findFirst()
        .orElse(0);
  }
}
