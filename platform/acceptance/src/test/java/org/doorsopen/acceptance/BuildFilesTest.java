package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the build that no module notices by itself. */
class BuildFilesTest {

  private static final Path HOME = Path.of("..", "..");
  private static final Pattern MANAGED =
      Pattern.compile("(?s)<(dependencyManagement|build|profiles)>.*?</\\1>");
  private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*?</dependency>");
  private static final Pattern TOOL_OF_TESTS =
      Pattern.compile(
          "<groupId>(org\\.junit[^<]*|org\\.assertj|org\\.awaitility|com\\.tngtech\\.archunit|com\\.microsoft\\.playwright"
              + "|com\\.deque\\.[^<]*|org\\.testcontainers|org\\.mockito|com\\.code-intelligence)<"
              + "|<artifactId>[^<]*-test(-[^<]*)?<");
  private static final Pattern KEPT_TO_TESTS =
      Pattern.compile("<scope>test</scope>|<optional>true</optional>");

  @Test
  void keepToolsOfTestsOffTheClassPathsOfPrograms() throws IOException {
    List<String> tools = dependencies().filter(one -> TOOL_OF_TESTS.matcher(one).find()).toList();

    assertThat(tools).hasSizeGreaterThan(10).allMatch(one -> KEPT_TO_TESTS.matcher(one).find());
  }

  private static Stream<String> dependencies() throws IOException {
    try (Stream<Path> files = Files.find(HOME, 3, (file, _) -> file.endsWith("pom.xml"))) {
      List<Path> poms = files.filter(file -> !file.toString().contains("target")).toList();
      assertThat(poms).hasSizeGreaterThan(15);
      Stream.Builder<String> found = Stream.builder();
      for (Path pom : poms) {
        String own = MANAGED.matcher(Files.readString(pom)).replaceAll("");
        DEPENDENCY.matcher(own).results().map(MatchResult::group).forEach(found);
      }
      return found.build();
    }
  }
}
