package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A table is read and written by the package that owns it. Java's own visibility does not see that:
 * SQL walks through every wall, so this test looks for table names in the strings of the services.
 */
class TableOwnersTest {

  private static final Path ROOT = Path.of("../..");

  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^package org\\.doorsopen\\.([\\w.]+);");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
  private static final Pattern STRING =
      Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern USE =
      Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+([a-z_]+)");
  private static final Pattern CREATION =
      Pattern.compile("(?i)create table (?:if not exists )?([a-z_]+)");
  private static final Pattern RENAMING =
      Pattern.compile("(?i)alter table ([a-z_]+) rename to ([a-z_]+)");
  private static final Pattern REMOVAL = Pattern.compile("(?i)drop table (?:if exists )?([a-z_]+)");

  @Test
  void tablesOfNotificationServiceHaveOneOwnerEach() {
    assertThat(users("notification-service"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("announcement_holds", Set.of("notification.publications")),
                Map.entry("announcements", Set.of("notification.meetups")),
                Map.entry("batches", Set.of("notification.mails")),
                Map.entry("calendar_hosts", Set.of("notification.calendars")),
                Map.entry("contacts", Set.of("notification.contacts")),
                Map.entry("counted_mails", Set.of("notification.allowances")),
                Map.entry("explanations", Set.of("notification.explanations")),
                Map.entry("exports", Set.of("notification.exports")),
                Map.entry("inbox", Set.of("notification.inbox")),
                Map.entry("mails", Set.of("notification.mails")),
                Map.entry("meetup_versions", Set.of("notification.meetups")),
                Map.entry("messages", Set.of("notification.messages")),
                Map.entry("publications_without_rooms", Set.of("notification.publications")),
                Map.entry("rooms", Set.of("notification.publications")),
                Map.entry("queued_mails", Set.of("notification.mails")),
                Map.entry("recipients", Set.of("notification.recipients")),
                Map.entry("server_troubles", Set.of("notification.troubles")),
                Map.entry("unreached_rsvps", Set.of("notification.deliveries"))));
  }

  /** Other packages join the views that an owner offers. */
  @Test
  void tablesOfRsvpServiceHaveOneOwnerEach() {
    assertThat(users("rsvp-service"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("confirmed_addresses", Set.of("rsvp.status")),
                Map.entry("contacts", Set.of("rsvp.contacts")),
                Map.entry("decisions", Set.of("rsvp.status")),
                Map.entry("deliveries", Set.of("rsvp.deliveries")),
                Map.entry("erasure_receipts", Set.of("rsvp.erasure")),
                Map.entry("erasures", Set.of("rsvp.erasure")),
                Map.entry("first_publications", Set.of("rsvp.meetups")),
                Map.entry("meetups", Set.of("rsvp.meetups")),
                Map.entry("organizer_cancellations", Set.of("rsvp.cancellations")),
                Map.entry("read_positions", Set.of("rsvp.readmodel")),
                Map.entry("rebuilds", Set.of("rsvp.rebuild")),
                Map.entry("rooms", Set.of("rsvp.meetups")),
                Map.entry("party_changes", Set.of("rsvp.status")),
                Map.entry("rsvps", Set.of("rsvp.status")),
                Map.entry("seat_figures", Set.of("rsvp.status"))));
  }

  @Test
  void tablesOfScheduleServiceAreUsedByNoFurtherPackage() {
    assertThat(users("schedule-service"))
        .isEqualTo(
            Map.of(
                "meetups", Set.of("schedule.drafts"),
                "messages", Set.of("schedule.messages"),
                "parties", Set.of("schedule.parties"),
                "publications", Set.of("schedule.drafts", "schedule.publications"),
                "unreached_rsvps", Set.of("schedule.parties")));
  }

  /** The packages of a service whose strings name a table of it, by the table. */
  private static Map<String, Set<String>> users(String service) {
    Set<String> tables = tables(service);
    assertThat(tables).isNotEmpty();
    Map<String, Set<String>> users = new TreeMap<>();
    sources(service, ".java")
        .forEach(source -> {
          String code = COMMENT.matcher(source).replaceAll("");
          Matcher room = PACKAGE.matcher(code);
          assertThat(room.find()).isTrue();
          matches(STRING, code)
              .flatMap(string -> matches(USE, string.group()))
              .map(use -> use.group(1).toLowerCase(Locale.ROOT))
              .filter(tables::contains)
              .forEach(
                  table -> users.computeIfAbsent(table, _ -> new TreeSet<>()).add(room.group(1)));
        });
    return users;
  }

  private static Set<String> tables(String service) {
    Set<String> tables = new TreeSet<>();
    sources(service, ".sql")
        .forEach(migration -> {
          matches(CREATION, migration).forEach(table -> tables.add(table.group(1)));
          matches(RENAMING, migration)
              .forEach(table -> {
                tables.remove(table.group(1));
                tables.add(table.group(2));
              });
          matches(REMOVAL, migration).forEach(table -> tables.remove(table.group(1)));
        });
    return tables;
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().collect(Collectors.toList()).stream();
  }

  /** In the order of their names, which is that of migrations. */
  private static Stream<String> sources(String service, String ending) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(service).resolve("src/main"))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted(Comparator.comparing(TableOwnersTest::order))
          .map(TableOwnersTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String order(Path file) {
    return file.getFileName().toString().replaceFirst("^V(\\d)__", "V0$1__");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
