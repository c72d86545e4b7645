package org.doorsopen.infrastructure.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.Belongings;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.infrastructure.start.Infrastructures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfEnvironmentVariable(
    named = "DOORS_INFRASTRUCTURE",
    matches = "containers",
    disabledReason = "this is about child processes")
class EmbeddedInfrastructureIT {
  @TempDir Path temp;

  private final List<ProcessHandle> others = ProcessHandle.current().children().toList();

  @Test
  void continuesAfterEveryChildWasKilled() {
    Map<String, Duration> ready = new ConcurrentHashMap<>();
    Blueprint blueprint =
        Blueprint.in(data()).withProgress((part, address, took) -> ready.put(part, took));
    try (Infrastructure first = Infrastructures.start(blueprint)) {
      assertThat(ready).containsOnlyKeys("kafka", "postgresql", "registry", "mail");
      assertThat(children()).hasSize(3);
      Belongings.leaveIn(first);
      children().stream()
          .flatMap(child -> Stream.concat(child.descendants(), Stream.of(child)))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
      await().until(() -> children().isEmpty());
    }

    try (Infrastructure second = Infrastructures.start(Blueprint.in(data()))) {
      Belongings.assertAreIn(second);
    }
    assertThat(children()).isEmpty();
  }

  /** One start for everything that does not need one of its own. */
  @Test
  void guardsItsFolderAndItsPortsWhileItRuns() throws IOException {
    try (Infrastructure infrastructure = Infrastructures.start(Blueprint.in(data()))) {
      assertThatThrownBy(() -> Infrastructures.start(Blueprint.in(data())))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("in use by the running process " + ProcessHandle.current().pid());

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
          .isEqualTo("rwx------");
      Path password = data().resolve("secrets/database-password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      assertThat(infrastructure.database().toString())
          .doesNotContain(infrastructure.database().password());

      assertLogsNoValueOfARefusedStatement(infrastructure.database());

      String before = infrastructure.kafka().bootstrapServers();
      Belongings.leaveIn(infrastructure);
      infrastructure.kafka().kill();
      try (ServerSocket stranger =
          new ServerSocket(portOf(before), 1, InetAddress.getLoopbackAddress())) {
        assertThatThrownBy(() -> infrastructure.kafka().start())
            .isInstanceOf(StartFailure.class)
            .hasMessageContaining("kafka")
            .hasMessageContaining("port " + stranger.getLocalPort() + " is taken");
      }
      infrastructure.kafka().start();

      assertThat(infrastructure.kafka().bootstrapServers()).isEqualTo(before);
      Belongings.assertAreIn(infrastructure);
    }
  }

  @Test
  @Tag("long")
  void continuesAfterTheProcessThatStartedItWasKilled() throws Exception {
    Process starter = OtherJvm.startsInfrastructureIn(data());
    var orphans = starter.descendants().toList();
    assertThat(orphans).hasSizeGreaterThanOrEqualTo(3);
    starter.destroyForcibly().waitFor();
    assertThat(orphans).allMatch(ProcessHandle::isAlive);

    try (Infrastructure second = Infrastructures.start(Blueprint.in(data()))) {
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      Belongings.leaveIn(second);
      Belongings.assertAreIn(second);
    }
  }

  @Test
  @Tag("long")
  void stopsItsChildrenWhenItsProcessIsTerminated() throws Exception {
    Process starter = OtherJvm.startsInfrastructureIn(data());
    var children = starter.descendants().toList();

    starter.destroy();

    await().until(() -> !starter.isAlive());
    assertThat(children).hasSizeGreaterThanOrEqualTo(3).noneMatch(ProcessHandle::isAlive);
  }

  /** PostgreSQL takes its time to come back here: its port is another's at first. */
  @Test
  @Tag("long")
  void startsAgainWhatDiesIfTheBlueprintSaysSo() throws IOException {
    List<String> said = new CopyOnWriteArrayList<>();
    Blueprint blueprint = Blueprint.in(data()).keptAlive(said::add);

    try (Infrastructure infrastructure = Infrastructures.start(blueprint)) {
      Belongings.leaveIn(infrastructure);
      int port =
          URI.create(infrastructure.database().jdbcUrl().substring("jdbc:".length())).getPort();
      children().forEach(ProcessHandle::destroyForcibly);
      try (ServerSocket stranger = new ServerSocket()) {
        await()
            .ignoreExceptionsInstanceOf(BindException.class)
            .until(() -> hangsUp(stranger, port));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> said.contains("postgresql died (exit code 1); starting it again in 4 s"));
      }

      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> said.stream().filter(line -> line.contains("is ready again")).count() == 3);
      Belongings.assertAreIn(infrastructure);
    }

    assertThat(children()).isEmpty();
    assertThat(said).filteredOn(line -> line.startsWith("kafka died")).hasSize(1);
    assertThat(said).filteredOn(line -> line.startsWith("registry died")).hasSize(1);
  }

  @Test
  @Tag("long")
  void showsTheLastLogLinesOfAChildThatDies() throws IOException {
    try (Infrastructure first = Infrastructures.start(Blueprint.in(data()))) {
      Belongings.leaveIn(first);
    }
    Path identity = data().resolve("kafka/data/meta.properties");
    Files.writeString(identity, Files.readString(identity).replace("node.id=1", "node.id=7"));

    assertThatThrownBy(() -> Infrastructures.start(Blueprint.in(data())))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("kafka died (exit code 1)")
        .hasMessageContaining("kafka.log")
        .hasMessageContaining("Stored node id 7");
    assertThat(children()).isEmpty();
  }

  /** In the row, in the message, in the statement, in a parameter, in a function. */
  private void assertLogsNoValueOfARefusedStatement(Database database) throws IOException {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table people (name text not null, email text unique, age int)");
        statement.execute("insert into people values ('Ada', 'ada@example.org')");
      }
      for (String refused :
          List.of(
              "insert into people values ('Ada', 'ada@example.org')",
              "insert into people values (null, 'ada@example.org')",
              "select 'Ada <ada@example.org>'::int",
              "select '{\"ada@example.org\": }'::jsonb",
              "selec ada@example.org",
              "do $$ begin raise exception 'ada@example.org'; end $$",
              "do $$ begin raise warning 'ada@example.org'; raise notice 'Ada'; end $$; select 1/0")) {
        try (PreparedStatement statement = connection.prepareStatement(refused)) {
          assertThatThrownBy(statement::execute).isInstanceOf(SQLException.class);
        }
      }
      try (PreparedStatement statement =
          connection.prepareStatement("insert into people (email) values (?)")) {
        statement.setString(1, "ada@example.org");
        assertThatThrownBy(statement::execute).isInstanceOf(SQLException.class);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    assertThat(data().resolve("logs/postgresql.log"))
        .content()
        .contains("ready to accept connections")
        .doesNotContainIgnoringCase("ada");
  }

  /** Whether it has the port, and ends each connection to it from now on. */
  private static boolean hangsUp(ServerSocket stranger, int port) throws IOException {
    stranger.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread.ofVirtual()
        .start(() -> {
          while (!stranger.isClosed()) {
            try {
              stranger.accept().close();
            } catch (IOException e) {
              // Closed, or a client that was faster.
            }
          }
        });
    return true;
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.split(":")[1]);
  }

  private Path data() {
    return temp.resolve("data");
  }

  /** The children of this test; an infrastructure that other tests share may have its own. */
  private List<ProcessHandle> children() {
    return ProcessHandle.current().children().filter(child -> !others.contains(child)).toList();
  }
}
