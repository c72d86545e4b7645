package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds the tables of settings to the records: the build writes down every record's properties and
 * defaults for development environments, and this is read here.
 */
@SuppressWarnings("unchecked") // YAML, and JSON read as YAML
class SettingsTablesTest {

  private static final Path HOME = Path.of("..", "..");
  private static final Path SETTINGS = Path.of("libraries", "settings");
  private static final Pattern OURS =
      Pattern.compile("<artifactId>(schemas|settings|identity|web)</artifactId>");
  private static final Pattern ROW =
      Pattern.compile("\\| (?:`(DOORS_\\w+)`)? ?\\| `(doors\\.[\\w.-]+)` \\| (.*?) \\| (.+) \\|");
  private static final Pattern ROW_OF_OPERATIONS =
      Pattern.compile("\\| (`[A-Z_0-9]+`(?:, `[A-Z_0-9]+`)*) \\| ([^|]+) \\| .+ \\|");
  private static final Pattern PASSED_ON = Pattern.compile("^ +(DOORS_\\w+):$", Pattern.MULTILINE);

  // Two dollars would leave the name to the container's shell.
  private static final Pattern READ_BY_COMPOSE =
      Pattern.compile("(?<!\\$)\\$\\{(\\w+):-([^}]*)\\}");
  private static final Pattern OFFERED = Pattern.compile("DOORS_\\w+");

  /** A property of a record: its variable and its default, each empty if there is none. */
  private record Setting(String variable, String standard) {}

  @ParameterizedTest
  @ValueSource(strings = {"rsvp-service", "schedule-service", "notification-service"})
  void listsEverySettingOfAServiceWithItsVariableAndItsDefault(String service) throws IOException {
    Map<String, Setting> settings = settings(service);
    Map<String, Setting> table = new TreeMap<>();
    for (String line : Files.readAllLines(HOME.resolve("docs/services/" + service + ".md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String property = row.group(2);
        // Where a record has no default, the table says in words what holds.
        boolean inWords = settings.getOrDefault(property, new Setting("", "")).standard().isEmpty();
        String variable = Objects.requireNonNullElse(row.group(1), "");
        table.put(property, new Setting(variable, inWords ? "" : row.group(3)));
      }
    }

    assertThat(table).isEqualTo(settings);
  }

  @Test
  void helpKnowsTheDefaultsOfTheRecords() throws IOException {
    Map<String, String> standards =
        Stream.of("rsvp-service", "notification-service")
            .flatMap(service -> settings(service).values().stream())
            .filter(setting -> !setting.variable().isEmpty() && !setting.standard().isEmpty())
            .collect(Collectors.toMap(Setting::variable, Setting::standard, (one, _) -> one));
    List<String> help =
        Files.readAllLines(HOME.resolve("doors")).stream()
            .filter(line -> line.startsWith("  DOORS_"))
            .toList();

    assertThat(help).hasSizeGreaterThan(10);
    assertThat(
            help.stream()
                .filter(line -> standards.containsKey(line.strip().split("[ ,]")[0]))
                // The launcher finds these itself.
                .filter(line -> !line.matches(" *DOORS_(PUBLIC_URL|NOTIFICATION_URL|SMTP) .*")))
        .hasSizeGreaterThan(4)
        .allSatisfy(line -> assertThat(line).contains(standards.get(line.strip().split(" ")[0])));
  }

  @Test
  void composePassesOnWhatIsSetAndLeavesTheRestToTheRecords() throws IOException {
    Map<String, Object> ours =
        (Map<String, Object>) yaml(HOME.resolve("docker-compose.yml")).get("x-image");
    Map<String, Object> environment = (Map<String, Object>) ours.get("environment");

    assertThat(environment)
        .containsEntry("DOORS_CHANGE_WINDOW", null)
        .containsEntry("DOORS_REMINDERS", null)
        .containsEntry("DOORS_MAIL_FROM", null);
    assertThat(environment.values())
        .filteredOn(Objects::nonNull)
        .filteredOn(value -> OFFERED.matcher(value.toString()).find())
        .as("the mail catcher is the only default of compose's own")
        .containsExactly("${DOORS_SMTP:-mail:1025}");
  }

  @Test
  void operationsListWhatComposeCanBeToldWithItsDefaults() throws IOException {
    Map<String, String> standards = standardsInContainers();
    Map<String, String> table = new TreeMap<>();
    for (String line : Files.readAllLines(HOME.resolve("docs/operations.md"))) {
      Matcher row = ROW_OF_OPERATIONS.matcher(line);
      if (row.matches()) {
        List<String> names = List.of(row.group(1).replace("`", "").split(", "));
        String[] defaults = row.group(2).replace("`", "").split(names.size() == 1 ? "$" : ", ");
        for (int i = 0; i < names.size(); i++) {
          // Where nothing is set by default, the table says in words what holds.
          boolean inWords = standards.getOrDefault(names.get(i), "").isEmpty();
          table.put(names.get(i), inWords ? "" : defaults[Math.min(i, defaults.length - 1)]);
        }
      }
    }

    assertThat(table).isEqualTo(standards);
  }

  /** Everything that compose reads from its environment: with its own default, or a record's. */
  private static Map<String, String> standardsInContainers() throws IOException {
    Map<String, String> ofRecords = new TreeMap<>();
    Stream.of("rsvp-service", "schedule-service", "notification-service")
        .flatMap(service -> settings(service).values().stream())
        .forEach(setting -> ofRecords.put(setting.variable(), setting.standard()));
    Map<String, String> standards = new TreeMap<>();
    String compose = Files.readString(HOME.resolve("docker-compose.yml"));
    PASSED_ON
        .matcher(compose)
        .results()
        .map(name -> name.group(1))
        .forEach(name -> standards.put(name, ofRecords.getOrDefault(name, "")));
    READ_BY_COMPOSE
        .matcher(compose)
        .results()
        // Images are changed by a bot, so the table says in words which they are.
        .forEach(name ->
            standards.put(name.group(1), name.group(1).endsWith("_IMAGE") ? "" : name.group(2)));
    for (String line : Files.readAllLines(HOME.resolve(".env"))) {
      if (!line.startsWith("#")) {
        standards.put(line.split("=", 2)[0], line.split("=", 2)[1]);
      }
    }
    return standards;
  }

  private static Map<String, Setting> settings(String service) {
    try {
      Matcher libraries = OURS.matcher(Files.readString(HOME.resolve(service).resolve("pom.xml")));
      List<Path> modules =
          Stream.concat(
                  Stream.of(Path.of(service)),
                  libraries
                      .results()
                      .map(library -> library.group(1))
                      .distinct()
                      .map(name ->
                          name.equals("schemas") ? Path.of(name) : Path.of("libraries", name)))
              .toList();
      Map<String, String> variables = variables();
      Map<String, Setting> settings = new TreeMap<>();
      for (Path module : modules) {
        for (Map<String, Object> property : properties(module)) {
          String name = property.get("name").toString();
          settings.put(
              name,
              new Setting(
                  variables.getOrDefault(name, ""), standard(property.get("defaultValue"))));
        }
      }
      settings.computeIfPresent(
          "doors.seat-allocation.state-directory", (_, _) -> new Setting("DOORS_DATA", ""));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String standard(Object value) {
    // The build writes a list as [24h, 2h].
    return value == null ? "" : value.toString().replaceAll("^\\[|\\]$", "").replace(", ", ",");
  }

  private static Collection<Map<String, Object>> properties(Path module) throws IOException {
    Path file =
        HOME.resolve(module).resolve("target/classes/META-INF/spring-configuration-metadata.json");
    if (!Files.exists(file)) {
      return List.of();
    }
    // JSON may escape a slash, YAML may not.
    Map<String, Object> metadata = new Yaml().load(Files.readString(file).replace("\\/", "/"));
    return (Collection<Map<String, Object>>) metadata.get("properties");
  }

  private static Map<String, Object> yaml(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Yaml().load(reader);
    }
  }

  /** The variable of each property. */
  private static Map<String, String> variables() throws IOException {
    Properties names = new Properties();
    Path file = HOME.resolve(SETTINGS).resolve("src/main/resources/doors/short-names.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      names.load(reader);
    }
    return names.stringPropertyNames().stream()
        .collect(Collectors.toMap(names::getProperty, name -> name));
  }
}
