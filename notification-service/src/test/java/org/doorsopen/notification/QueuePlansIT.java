package org.doorsopen.notification;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PostgreSQL reads what it takes to send a mail by the same keys, whenever it last made statistics
 * of the tables, and whether it plans a statement anew or keeps a plan.
 */
class QueuePlansIT {

  private static final String SCHEMA = "queue_plans";
  private static final int MANY = 100_000;
  private static final int SOME = 5_000;
  private static final int FEW = 20;

  /** The tables and indexes that each statement is to read: all that it takes to send a mail. */
  private static final Map<String, Set<String>> EXPECTED =
      Map.ofEntries(
          entry("Mails.ADD", Set.of()),
          entry("Mails.ADD_MISSED", Set.of()),
          entry("Mails.EXISTS_SINCE", Set.of("mails by mails_rsvp_id_kind_about_key")),
          entry("Mails.ACCEPT", Set.of("mails by mails_pkey", "recipients by recipients_pkey")),
          entry("Mails.GIVE_UP", Set.of("mails by mails_pkey")),
          entry("Mails.NOTE_FAILURE", Set.of("mails by mails_pkey")),
          entry("Mails.NOTE_LOST", Set.of("mails by mails_pkey")),
          entry("Mails.REOPEN", Set.of("mails by mails_pkey")),
          entry("Mails.REPEAT", Set.of("mails by mails_pkey")),
          entry("Mails.LAST_REPEAT", Set.of("mails by mails_rsvp_id_kind_about_key")),
          entry("Mails.REMOVE", Set.of("mails by mails_pkey")),
          entry("Mails.REPLACE_ERRORS", Set.of("mails by mails_rsvp_id_kind_about_key")),
          entry(
              "QueuedMails.DUE",
              Set.of("queued_mails by queued_mails_in_turn", "mails by mails_pkey")),
          entry(
              "QueuedMails.EARLIER",
              Set.of("queued_mails by queued_mails_by_rsvp", "mails by mails_pkey")),
          entry("QueuedMails.ADD", Set.of("mails by mails_pkey")),
          entry("QueuedMails.PUT_OFF", Set.of("queued_mails by queued_mails_pkey")),
          entry("QueuedMails.REMOVE", Set.of("queued_mails by queued_mails_pkey")),
          entry("QueuedMails.HURRY", Set.of("queued_mails by queued_mails_by_rsvp")),
          entry("QueuedMails.HURRY_AFTER", Set.of("queued_mails by queued_mails_awaiting")),
          entry("QueuedMails.REMOVE_OF_RSVP", Set.of("queued_mails by queued_mails_by_rsvp")),
          entry("Batches.CLAIM", Set.of()),
          entry("Batches.SETTLE", Set.of()),
          entry("Batches.END", Set.of()),
          entry("Batches.END_OTHERS", Set.of()),
          entry("MailLog.SENT_TO", Set.of("mails by mails_rsvp_id_kind_about_key")),
          entry("MailLog.OUTCOMES", Set.of("mails by mails_rsvp_id_kind_about_key", "Sort")),
          entry("MailLog.FIND", Set.of("mails by mails_pkey", "queued_mails by queued_mails_pkey")),
          entry("MailLog.FORGET", Set.of("mails by mails_pkey")),
          entry("Mails.NOTE_HELD", Set.of("mails by mails_pkey")),
          entry("QueuedMails.HOLD", Set.of("queued_mails by queued_mails_pkey")),
          entry("CountedMails.FIND", Set.of("counted_mails by counted_mails_pkey")),
          entry("CountedMails.COUNT", Set.of()),
          entry("Contacts.FIND", Set.of("contacts by contacts_pkey")),
          entry("Contacts.IS_ERASED", Set.of("contacts by contacts_pkey")),
          entry("Recipients.FIND", Set.of("recipients by recipients_pkey")),
          entry("Recipients.NOTE_TELLING", Set.of("recipients by recipients_pkey")),
          entry("Recipients.NOTE_PERHAPS_INVITED", Set.of("recipients by recipients_pkey")),
          entry(
              "Meetups.NEWEST",
              Set.of("messages by messages_by_meetup", "meetup_versions by meetup_versions_pkey")),
          entry("Meetups.LATEST_VERSIONS", Set.of("meetup_versions by meetup_versions_pkey")),
          entry("Meetups.READ_VERSION", Set.of("meetup_versions by meetup_versions_pkey")));

  /** Parts of other statements, planned with those. */
  private static final Map<String, String> PARTS =
      Map.of("Mails.ACCEPT", "Recipients.NOTE_TOLD", "Meetups.NEWEST", "Messages.LAST_SENT");

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          entry("mailId", "md5('7')::uuid"),
          entry("id", "md5('7')::uuid"),
          entry("newId", "md5('8')::uuid"),
          entry("claimId", "md5('1')::uuid"),
          entry("sender", "1"),
          entry("rsvpId", "'rsvp-7'"),
          entry("meetupId", "'meetup'"),
          entry("ids", "array(select md5(n::text)::uuid from generate_series(1, 16) as n)"),
          entry("mailIds", "array(select md5(n::text) from generate_series(1, 16) as n)"),
          entry("rsvpIds", "array(select 'rsvp-' || n from generate_series(1, 16) as n)"),
          entry("meetupIds", "array['meetup']"),
          entry("kinds", "array['MESSAGE']"),
          entry("numbers", "array(select n from generate_series(1, 16) as n)"),
          entry("versions", "array(select n from generate_series(1, 16) as n)"),
          entry("invites", "array(select true from generate_series(1, 16) as n)"),
          entry("dueAts", "array(select now() from generate_series(1, 16) as n)"),
          entry("fromTime", "timestamptz '1970-01-01'"),
          entry("fromNumber", "0"),
          entry("limit", "16"),
          entry("now", "now()"),
          entry("dueAt", "now()"),
          entry("occurredAt", "now()"),
          entry("occurredAfter", "now()"),
          entry("awaits", "3"),
          entry("version", "1"),
          entry("attempts", "1"),
          entry("unanswered", "1"),
          entry("kind", "'SEAT_CONFIRMED'"),
          entry("about", "''"),
          entry("scheduleVersion", "1"),
          entry("facts", "'{}'"),
          entry("status", "'FAILED'"),
          entry("error", "'451'"),
          entry("reason", "'late'"),
          entry("organizer", "'ada'"),
          entry("mailboxes", "array(select 'mailbox-' || n from generate_series(1, 16) as n)"),
          entry("precedences", "array(select 'SEAT' from generate_series(1, 16) as n)"),
          entry("since", "now() - interval '1 day'"),
          entry("topic", "'seats'"),
          entry("partition", "0"),
          entry("offset", "0"),
          entry("eventId", "'1'"));

  /** Planned for the kinds of mails that it is given, once for each look at the desk. */
  private static final String OF_A_PAGE = "MailLog.OUTCOMES";

  /** Packages of which every statement is planned. */
  private static final Set<String> OWNERS = Set.of("mails", "delivery");

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

  /** Read once, as the classes of the service are looked through for them. */
  private static final Map<String, String> STATEMENTS = readStatements();

  private Connection connection;
  private Statement sql;

  @BeforeEach
  void freshSchema() throws SQLException {
    connection = connect();
    sql = connection.createStatement();
    sql.execute("drop schema if exists " + SCHEMA + " cascade");
    flyway(SCHEMA).load().migrate();
    sql.execute("set search_path to " + SCHEMA);
    for (String table : tables()) {
      sql.execute("alter table " + table + " set (autovacuum_enabled = off)");
    }
  }

  @AfterEach
  void dropSchema() throws SQLException {
    sql.execute("drop schema " + SCHEMA + " cascade");
    connection.close();
  }

  static Connection connect() throws SQLException {
    Database database = SharedInfrastructure.get().database();
    // Statements with parameters that have no values yet are text to this connection.
    return DriverManager.getConnection(
        database.jdbcUrl() + "?preferQueryMode=simple", database.user(), database.password());
  }

  static FluentConfiguration flyway(String schema) {
    Database database = SharedInfrastructure.get().database();
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .schemas(schema);
  }

  @Test
  void readsByTheSameKeysWhateverTheStatisticsSay() throws Exception {
    hasTheSamePlans("an empty queue, never analyzed");
    analyze();
    hasTheSamePlans("an empty queue, analyzed");
    fill();
    hasTheSamePlans("a long queue, analyzed when it was empty");
    analyze();
    hasTheSamePlans("a long queue, analyzed");
    drain();
    hasTheSamePlans("a drained queue, analyzed when it was long");
    analyze();
    hasTheSamePlans("a drained queue, analyzed");
    fill();
    hasTheSamePlans("a long queue again, analyzed when it was drained");
  }

  @Test
  void readsByTheSameKeysAlsoOfTablesThatWereNeverAnalyzed() throws Exception {
    fill();
    hasTheSamePlans("a long queue, never analyzed");
    drain();
    hasTheSamePlans("a drained queue, never analyzed");
  }

  @Test
  void readsByTheSameKeysInTheFirstRowsOfATable() throws Exception {
    fill(FEW);
    analyze();
    hasTheSamePlans("a short queue, analyzed");
    fill();
    hasTheSamePlans("a long queue, analyzed when it was short");
  }

  /** A long transaction, such as that of a backup, keeps what is gone in all indexes. */
  @Test
  void claimsWithoutLookingAtWhatIsGone() throws Exception {
    fill();
    try (Connection backup = connect()) {
      backup.setAutoCommit(false);
      backup.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      backup.createStatement().execute("select from " + SCHEMA + ".queued_mails limit 1");
      sql.execute("delete from queued_mails where number <= 50000");

      assertThat(pagesOfAClaim("0")).isGreaterThan(500);
      assertThat(pagesOfAClaim("50001")).isLessThan(200);
      backup.rollback();
    }
  }

  private int pagesOfAClaim(String from) throws Exception {
    String due =
        bound(
            STATEMENTS.get("QueuedMails.DUE"),
            name ->
                name.equals("fromNumber")
                    ? from
                    : name.equals("fromTime") ? "timestamptz '2020-01-01'" : VALUES.get(name));
    JsonNode plan = explain("explain (analyze, buffers, format json) " + due);
    return plan.get("Shared Hit Blocks").asInt() + plan.get("Shared Read Blocks").asInt();
  }

  /**
   * Planning takes longer than what most of these do. PostgreSQL gives up planning a statement anew
   * each time only where its plan seems no dearer without knowing the values; and it takes an array
   * that it does not know for one of ten.
   */
  @Test
  void plansNoStatementAnewEachTime() throws Exception {
    fill(SOME);
    analyze();
    SoftAssertions all = new SoftAssertions();
    connection.setAutoCommit(false);
    for (var statement : STATEMENTS.entrySet()) {
      if (statement.getKey().equals(OF_A_PAGE)) {
        continue;
      }
      all.assertThat(plansOfTheSixthTime(statement.getValue()))
          .as("whether %s is planned for what it is given, the sixth time", statement.getKey())
          .isEqualTo(0);
      connection.rollback();
    }
    connection.setAutoCommit(true);
    all.assertAll();
  }

  private int plansOfTheSixthTime(String statement) throws SQLException {
    List<String> parameters = new ArrayList<>();
    sql.execute("prepare statement as " + numbered(statement, parameters));
    List<String> values = new ArrayList<>();
    for (String parameter : parameters) {
      values.add(literal(VALUES.get(parameter).replace("(1, 16)", "(1, 1)")));
    }
    for (int i = 0; i < 6; i++) {
      sql.execute("execute statement (%s)".formatted(String.join(", ", values)));
    }
    try (var rows =
        sql.executeQuery(
            "select custom_plans - 5 from pg_prepared_statements where name = 'statement'")) {
      rows.next();
      return rows.getInt(1);
    } finally {
      sql.execute("deallocate statement");
    }
  }

  /** Of no type yet, as a parameter has one of its own. */
  private String literal(String value) throws SQLException {
    try (var rows = sql.executeQuery("select quote_literal(cast(%s as text))".formatted(value))) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void knowsEveryStatementOfTheQueue() throws IOException {
    Path sources = Path.of("src/main/java/org/doorsopen/notification");
    for (String owner : OWNERS) {
      try (Stream<Path> files = Files.list(sources.resolve(owner))) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(file ->
                assertThat(Files.readString(file))
                    .as("%s has its statements in constants, where this test finds them", file)
                    .doesNotContainPattern("(\\.sql|batchUpdate)\\(\\s*\""));
      }
    }
    assertThat(STATEMENTS.keySet()).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
  }

  private void hasTheSamePlans(String when) throws Exception {
    SoftAssertions all = new SoftAssertions();
    for (var statement : STATEMENTS.entrySet()) {
      String name = statement.getKey();
      String generic = numbered(statement.getValue(), new ArrayList<>());
      all.assertThat(reads("explain (generic_plan, format json) " + generic))
          .as("the plan that is kept of %s for %s", name, when)
          .isEqualTo(EXPECTED.get(name));
      all.assertThat(reads("explain (format json) " + bound(statement.getValue(), VALUES::get)))
          .as("the plan of %s for %s", name, when)
          .isEqualTo(EXPECTED.get(name));
    }
    all.assertAll();
  }

  /** The tables by the index through which they are read, and whatever sorts, hashes or merges. */
  private Set<String> reads(String explain) throws SQLException {
    Set<String> reads = new TreeSet<>();
    collect(explain(explain), reads);
    return reads;
  }

  private JsonNode explain(String explain) throws SQLException {
    try (var rows = sql.executeQuery(explain)) {
      rows.next();
      return JsonMapper.shared().readTree(rows.getString(1)).get(0).get("Plan");
    } catch (SQLException e) {
      throw new SQLException(explain, e);
    }
  }

  private static void collect(JsonNode node, Set<String> reads) {
    String table = node.path("Relation Name").asString("");
    if (table.equals("batches")) {
      // It never has more rows than there are senders: however they are read is good.
      return;
    }
    switch (node.get("Node Type").asString()) {
      case "Index Scan", "Index Only Scan" ->
          reads.add(table + " by " + node.get("Index Name").asString());
      // The same rows; where their order counts, it would show as a sort.
      case "Bitmap Heap Scan" ->
          reads.add(table + " by " + node.at("/Plans/0/Index Name").asString());
      case "Seq Scan" -> reads.add("all of " + table);
      case "Sort", "Incremental Sort", "Hash Join", "Merge Join", "Hash", "Materialize" ->
          reads.add(node.get("Node Type").asString());
      default -> {}
    }
    node.path("Plans").forEach(child -> collect(child, reads));
  }

  /** Adds the names of the parameters in the order of their numbers. */
  private static String numbered(String statement, List<String> parameters) {
    return bound(
        statement,
        parameter -> {
          if (!parameters.contains(parameter)) {
            parameters.add(parameter);
          }
          return "$" + (parameters.indexOf(parameter) + 1);
        });
  }

  private static String bound(String statement, UnaryOperator<String> value) {
    return PARAMETER
        .matcher(statement)
        .replaceAll(parameter ->
            Matcher.quoteReplacement(
                Objects.requireNonNull(value.apply(parameter.group(1)), parameter.group())));
  }

  /** By class and constant: all of the queue, and those that are known here of other packages. */
  private static Map<String, String> readStatements() {
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, String> all = new TreeMap<>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("org.doorsopen.notification")
        .forEach(type -> all.putAll(statementsOf(type)));
    all.forEach((name, statement) -> {
      String simple = simple(name);
      if (OWNERS.contains(name.substring(0, name.indexOf('/'))) || EXPECTED.containsKey(simple)) {
        String part = PARTS.get(simple);
        found.put(simple, part == null ? statement : statement.formatted(named(part, all)));
      }
    });
    return found;
  }

  private static String simple(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private static String named(String simple, Map<String, String> all) {
    return all.entrySet().stream()
        .filter(statement -> simple(statement.getKey()).equals(simple))
        .map(Map.Entry::getValue)
        .findAny()
        .orElseThrow();
  }

  private static Map<String, String> statementsOf(JavaClass type) {
    Map<String, String> statements = new TreeMap<>();
    String room = type.getPackageName().replaceFirst(".*\\.", "");
    for (Field field : type.reflect().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        String text = textOf(field);
        if (text.strip().matches("(?s)(select|insert|update|delete|with)\\s.*")
            && !text.strip().endsWith("cause_id")) {
          statements.put(room + "/" + type.getSimpleName() + "." + field.getName(), text);
        }
      }
    }
    return statements;
  }

  private static String textOf(Field field) {
    assertThatNoException().isThrownBy(() -> field.setAccessible(true));
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var rows =
        sql.executeQuery("select tablename from pg_tables where schemaname = '" + SCHEMA + "'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private void analyze() throws SQLException {
    sql.execute("vacuum analyze");
  }

  private void fill() throws SQLException {
    fill(MANY);
  }

  private void fill(int mails) throws SQLException {
    for (String statement :
        List.of(
            """
            insert into mails (id, number, rsvp_id, meetup_id, kind, about, schedule_version, facts,
              occurred_at, queued_at, cause_topic, cause_partition, cause_offset)
            overriding system value
            select md5(n::text)::uuid, n, 'rsvp-' || n, 'meetup', 'SEAT_CONFIRMED', '', 1, '{}',
              now(), now(), 'seats', 0, 0
            from generate_series(1, %d) as n on conflict do nothing
            """,
            """
            insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
            select md5(n::text)::uuid, n, 'rsvp-' || n, 'meetup', timestamptz '2020-01-01'
            from generate_series(1, %d) as n on conflict do nothing
            """,
            """
            insert into counted_mails (mail_id, mailbox, precedence, counted_at)
            select md5(n::text)::uuid, 'mailbox-' || n, 'SEAT', now()
            from generate_series(1, %d) as n on conflict do nothing
            """,
            """
            insert into contacts (rsvp_id, name, email, locale)
            select 'rsvp-' || n, 'Ada', 'ada@example.org', 'en' from generate_series(1, %d) as n
            on conflict do nothing
            """,
            """
            insert into recipients (rsvp_id, meetup_id, standing, seats)
            select 'rsvp-' || n, 'meetup', 'CONFIRMED', 1 from generate_series(1, %d) as n
            on conflict do nothing
            """)) {
      sql.execute(statement.formatted(mails));
    }
    sql.execute(
        """
        insert into meetup_versions (meetup_id, version, cancelled, meetup, tell_everyone,
          published_at, cause_topic, cause_partition, cause_offset)
        select 'meetup', n, false, '{}', false, now(), 'schedules', 0, 0
        from generate_series(1, 3) as n on conflict do nothing
        """);
  }

  private void drain() throws SQLException {
    sql.execute("update mails set sent_at = now() where number > " + FEW);
    sql.execute("delete from queued_mails where number > " + FEW);
  }
}
