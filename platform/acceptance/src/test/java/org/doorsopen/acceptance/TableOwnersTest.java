package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each table is read and written by the package that owns it, also in SQL. Other packages ask a
 * class of the owner, or join a view that the owner offers.
 */
class TableOwnersTest {

  private static final Path HOME = Path.of("..", "..");

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
  private static final Pattern STRING =
      Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);
  private static final Pattern CREATED = Pattern.compile("(?im)^create table (\\w+)");

  /** A service, one of its tables, and the package that owns the table. */
  private record Owned(String service, String table, String owner) {}

  static final List<Owned> TABLES =
      List.of(
          new Owned("rsvp", "meetups", "meetups"),
          new Owned("rsvp", "rsvps", "status"),
          new Owned("rsvp", "seat_figures", "status"),
          new Owned("rsvp", "contacts", "contacts"),
          new Owned("rsvp", "read_positions", "readmodel"));

  @ParameterizedTest
  @FieldSource("TABLES")
  void isNamedInSqlByItsOwnerOnly(Owned owned) throws IOException {
    Pattern named =
        Pattern.compile(
            "(?i)\\b(from|join|into|update|table|truncate)\\s+([\\w%$]+\\.)?"
                + owned.table()
                + "\\b");
    Path sources = sources(owned.service());

    Map<String, List<String>> statements = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        List<String> found =
            named.matcher(stringsOf(file)).results().map(MatchResult::group).toList();
        if (!found.isEmpty()) {
          statements.put(sources.relativize(file).getName(0).toString(), found);
        }
      }
    }

    assertThat(statements.keySet())
        .as("Packages that name the table %s: %s", owned.table(), statements)
        .containsExactly(owned.owner());
  }

  @Test
  void knowsTheOwnerOfEveryTable() throws IOException {
    try (Stream<Path> migrations =
        Files.list(HOME.resolve("rsvp-service/src/main/resources/db/migration"))) {
      List<String> created =
          migrations
              .flatMap(file -> CREATED.matcher(read(file)).results())
              .map(table -> table.group(1))
              .toList();

      assertThat(TABLES)
          .filteredOn(owned -> owned.service().equals("rsvp"))
          .extracting(Owned::table)
          .containsExactlyInAnyOrderElementsOf(created);
    }
  }

  private static Path sources(String service) {
    return HOME.resolve(service + "-service")
        .resolve("src/main/java/org/doorsopen")
        .resolve(service);
  }

  /** The strings of a source file, one after the other; words in comments are not meant. */
  private static String stringsOf(Path file) {
    return STRING
        .matcher(COMMENT.matcher(read(file)).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
