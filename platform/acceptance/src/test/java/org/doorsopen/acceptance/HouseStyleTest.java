package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the sources, as CONTRIBUTING says them. */
class HouseStyleTest {

  private static final Path ROOT = Path.of("../..");

  private static final Pattern OTHER_LIMITS =
      Pattern.compile("\\b(?:MOST|LEAST|LONGEST|SHORTEST|LARGEST|SMALLEST)_[A-Z_]+ =");

  private static final Pattern TIMESTAMPS =
      Pattern.compile("\\bTimestamp\\.from\\(|\\.getTimestamp\\(");

  /** A statement in a string, or on a line of a text block. */
  private static final Pattern LOUD_SQL =
      Pattern.compile(
          "(?m)(?:\"|^ +)(?:SELECT |INSERT INTO |UPDATE |DELETE FROM |CREATE TABLE |ALTER |DROP )");

  private static final Pattern NAMELESS = Pattern.compile("\\bit ->");

  @ParameterizedTest
  @ValueSource(strings = {"rsvp-service", "schedule-service", "notification-service"})
  void hasEachSimpleNameOnceInAService(String service) {
    Map<String, Long> names =
        sources(service)
            .filter(file -> file.toString().contains("src/main/"))
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.equals("package-info.java"))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(names).hasSizeGreaterThan(40).allSatisfy((_, count) -> assertThat(count).isOne());
  }

  @Test
  void callsLimitsMaxAndMin() {
    assertThat(found(OTHER_LIMITS)).isEmpty();
  }

  @Test
  void handsInstantsToSqlAndTakesThemBackInOneWay() {
    assertThat(found(TIMESTAMPS)).isEmpty();
  }

  @Test
  void writesSqlInLowerCase() {
    assertThat(found(LOUD_SQL)).isEmpty();
  }

  @Test
  void namesTheParametersOfLambdas() {
    assertThat(found(NAMELESS)).isEmpty();
  }

  private static List<String> found(Pattern wrong) {
    return Stream.of(
            "libraries",
            "schemas",
            "rsvp-service",
            "schedule-service",
            "notification-service",
            "platform")
        .flatMap(HouseStyleTest::sources)
        .filter(file -> !file.endsWith("HouseStyleTest.java"))
        .flatMap(file ->
            wrong
                .matcher(read(file))
                .results()
                .map(match -> file.getFileName() + ": " + match.group().strip()))
        .toList();
  }

  private static Stream<Path> sources(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
