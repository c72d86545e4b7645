package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorsopen.launcher.frontdoor.FrontDoorPaths;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.Test;

/** The front door in containers sends each path where the table of paths says. */
class ContainerFrontDoorTest {

  private static final Path HOME = Path.of("..", "..");
  private static final FrontDoorPaths PATHS = FrontDoorPaths.read(HOME);
  private static final Pattern MATCHER = Pattern.compile("(?m)^\\s*@(\\S+) path (.+)$");
  private static final Pattern FORWARDED =
      Pattern.compile("(?s)handle @(\\S+) \\{\\s*import service (\\S+) (\\d+)\\s*\\}");
  private static final String NOBODY = "nobody";

  /** A line of the file: Caddy takes the first one that has a pattern of the path. */
  private record Line(String name, List<String> patterns) {

    boolean matches(String path) {
      return patterns.stream()
          .anyMatch(pattern ->
              pattern.endsWith("/*")
                  ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                  : path.equals(pattern));
    }
  }

  @Test
  void sendsEachPathOfTheTableWhereItBelongs() throws IOException {
    List<Line> lines = lines();

    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(PATHS.services())
        .allSatisfy((path, service) ->
            assertThat(Stream.of(path, below(path)).map(one -> serviceOf(one, lines)))
                .as(path)
                .containsOnly(service));
  }

  @Test
  void hasNoPathThatTheTableDoesNotHave() throws IOException {
    List<String> patterns = lines().stream().flatMap(line -> line.patterns().stream()).toList();

    assertThat(patterns)
        .allSatisfy(
            pattern -> assertThat(PATHS.services()).containsKey(pattern.replaceFirst("/\\*$", "")));
  }

  @Test
  void forwardsToTheServiceThatALineIsNamedAfterAtItsPort() throws IOException {
    Matcher forwarded = FORWARDED.matcher(file());
    List<String> names = new ArrayList<>();
    while (forwarded.find()) {
      names.add(forwarded.group(1));
      assertThat(forwarded.group(2)).isEqualTo(forwarded.group(1));
      assertThat(forwarded.group(3))
          .isEqualTo("" + service(forwarded.group(1)).orElseThrow().defaultPort());
    }

    assertThat(names)
        .containsExactlyInAnyOrder(
            Stream.of(Service.values()).map(Service::module).toArray(String[]::new));
    assertThat(file()).containsPattern("handle \\{\\s*import service rsvp-service 8081");
  }

  @Test
  void endsUnusedConnectionsLongBeforeTheServicesDo() throws IOException {
    String services =
        Files.readString(HOME.resolve("libraries/settings/src/main/resources/doors/platform.yml"));

    assertThat(seconds("keepalive (\\d+)s", file()) * 2)
        .isLessThanOrEqualTo(seconds("keep-alive-timeout: (\\d+)s", services));
  }

  private static int seconds(String setting, String file) {
    Matcher found = Pattern.compile("(?m)^\\s*" + setting + "$").matcher(file);
    assertThat(found.find()).as(setting).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static Optional<Service> serviceOf(String path, List<Line> lines) {
    String name =
        lines.stream()
            .filter(line -> line.matches(path))
            .map(Line::name)
            .findFirst()
            .orElse(Service.RSVP.module());
    return name.equals(NOBODY) ? Optional.empty() : service(name);
  }

  private static Optional<Service> service(String module) {
    return Stream.of(Service.values()).filter(one -> one.module().equals(module)).findFirst();
  }

  private static String below(String path) {
    return (path + "/something/below").replace("//", "/");
  }

  private static List<Line> lines() throws IOException {
    return MATCHER
        .matcher(file())
        .results()
        .map(line -> new Line(line.group(1), List.of(line.group(2).strip().split("\\s+"))))
        .toList();
  }

  private static String file() throws IOException {
    return Files.readString(HOME.resolve("containers/front-door/Caddyfile"));
  }
}
