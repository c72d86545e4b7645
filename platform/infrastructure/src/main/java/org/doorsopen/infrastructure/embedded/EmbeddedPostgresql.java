package org.doorsopen.infrastructure.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.accounts.Roles;
import org.doorsopen.infrastructure.process.ChildProcess;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.infrastructure.process.Trees;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as a child process: TCP on loopback only, with a password. */
final class EmbeddedPostgresql implements Part {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOP_GRACE = Duration.ofSeconds(15);
  private static final String SUPERUSER = "postgres";
  private static final String SERVICES = "doors";
  private static final String REGISTRY = "registry";

  /**
   * A statement that is refused would be logged with its values: the row in the detail, a value
   * that does not fit in the message, the statement below. Its client is told, and logs the failure
   * without them. Nothing of the server's own life is lost, nor of refused logins.
   * Docker-compose.yml has the same.
   */
  private static final List<String> LOGS_NO_VALUES =
      List.of(
          "-clog_min_messages=log",
          "-clog_min_error_statement=panic",
          "-clog_error_verbosity=terse",
          "-clog_parameter_max_length=0",
          "-clog_parameter_max_length_on_error=0");

  private final DataFolder folder;
  private final Distributions distributions;
  private final boolean lasting;
  private final int port;
  private final String password;
  private volatile @Nullable ChildProcess process;

  /**
   * @param lasting whether what it keeps is to outlive the machine's next power cut, and not only
   *     its own end, which it outlives in any case
   */
  EmbeddedPostgresql(
      DataFolder folder, Distributions distributions, RememberedPorts ports, boolean lasting) {
    this.folder = folder;
    this.distributions = distributions;
    this.lasting = lasting;
    this.port = ports.take("postgresql");
    this.password = folder.secret("database-password");
  }

  /** The services' database, as its superuser sees it. */
  Database database() {
    return database(SERVICES, SUPERUSER, password);
  }

  /** As the service sees it; its role is made by {@link #start}. */
  Database database(ServiceAccount service) {
    return database(SERVICES, service.role(), secret(service.role()));
  }

  /** The registry's own database, as its owner sees it. */
  Database registryDatabase() {
    return database(REGISTRY, REGISTRY, secret(REGISTRY));
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public synchronized void start() {
    Path binaries = distributions.postgresql().resolve("bin");
    Path data = folder.resolve("postgresql");
    initializeOnce(binaries, data);
    StalePostmaster.forget(data);
    process = ChildProcess.start(launch("postgresql", binaries, "postgres", options(data)), folder);
    Database own = database(SUPERUSER, SUPERUSER, password);
    process.awaitReady(own::takesLogins, READY_WITHIN);
    Roles server = new Roles(own);
    server.ensureDatabase(SERVICES);
    server.ensureOwnedDatabase(registryDatabase());
    new Roles(database())
        .ensureServices(Arrays.stream(ServiceAccount.values()).map(this::database).toList());
  }

  @Override
  public ChildProcess child() {
    return Objects.requireNonNull(process);
  }

  @Override
  public synchronized void stop() {
    if (process != null) {
      // SIGINT is PostgreSQL's "fast" shutdown; on SIGTERM it waits for every client to leave.
      process.stop("INT", STOP_GRACE);
    }
  }

  private void initializeOnce(Path binaries, Path data) {
    if (Files.exists(data)) {
      return;
    }
    Path fresh = folder.resolve("postgresql.new");
    Path passwordFile = folder.resolve("secrets/database-password");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions"));
    if (!lasting) {
      arguments.add("--no-sync");
    }
    try {
      Trees.delete(fresh);
      ChildProcess.start(launch("postgresql-initdb", binaries, "initdb", arguments), folder)
          .awaitSuccess(READY_WITHIN);
      Files.move(fresh, data);
    } catch (IOException e) {
      throw new StartFailure("%s cannot be made: %s".formatted(data, e.getMessage()), e);
    }
  }

  private List<String> options(Path data) {
    List<String> options = new ArrayList<>();
    options.add("-D" + data);
    options.add("-p" + port);
    options.addAll(LOGS_NO_VALUES);
    options.addAll(
        List.of(
            "-clisten_addresses=127.0.0.1",
            "-cunix_socket_directories=",
            "-cmax_connections=200",
            "-clog_timezone=UTC",
            "-ctimezone=UTC"));
    if (!lasting) {
      options.add("-cfsync=off");
    }
    return options;
  }

  private Launch launch(String name, Path binaries, String program, List<String> arguments) {
    List<String> command = new ArrayList<>(RootUser.wrapper());
    command.add(binaries.resolve(program).toString());
    command.addAll(arguments);
    return new Launch(name, command, Map.of("LC_ALL", "C"), folder.resolve("run"));
  }

  private String secret(String role) {
    return folder.secret("database-password-" + role);
  }

  private Database database(String name, String user, String userPassword) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    return new Database(url, user, userPassword);
  }
}
