package org.doorsopen.infrastructure.embedded;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.registry.RegistryKey;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.Registry;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.ChildProcess;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.infrastructure.process.Probe;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.doorsopen.infrastructure.process.StartFailure;
import org.jspecify.annotations.Nullable;

/** Apicurio Registry as a child process, its data in a database of its own. */
final class EmbeddedRegistry implements Part {
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration DATABASE_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private static final String KEY = "registry-key";
  // For as long as a process can run: each start makes new ones.
  private static final Duration VALID = Duration.ofDays(3650);

  private final DataFolder folder;
  private final Distributions distributions;
  private final Database database;
  private final AotCaches aotCaches;
  private final int port;
  private final RegistryKey key;
  private volatile @Nullable ChildProcess process;

  EmbeddedRegistry(
      DataFolder folder,
      Distributions distributions,
      RememberedPorts ports,
      Database database,
      AotCaches aotCaches) {
    this.folder = folder;
    this.distributions = distributions;
    this.database = database;
    this.aotCaches = aotCaches;
    this.port = ports.take("registry");
    this.key = RegistryKey.of(folder.secret(KEY, RegistryKey::generate));
  }

  static List<String> jvmOptions() {
    List<String> options = new ArrayList<>(JvmOptions.forChild(256));
    options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    return options;
  }

  Registry registry() {
    return registry("operator", RegistryKey.Role.OPERATOR);
  }

  Registry registry(ServiceAccount service) {
    return registry(service.service(), RegistryKey.Role.SERVICE);
  }

  private Registry registry(String user, RegistryKey.Role role) {
    return new Registry(url(), Optional.of(key.token(user, role, Instant.now().plus(VALID))));
  }

  private URI url() {
    return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public String address() {
    return url().toString();
  }

  @Override
  public synchronized void start() {
    awaitDatabase();
    List<String> options = new ArrayList<>(jvmOptions());
    options.addAll(
        List.of("-cp", distributions.registryClassPath(), "io.quarkus.runner.GeneratedMain"));
    Launch launch = Launch.java("registry", options, distributions.registry()).with(settings());
    Launch withCache =
        aotCaches.applyTo(launch, distributions.aotCache("registry"), distributions.registry());
    process = ChildProcess.start(withCache, folder);
    Registry asOperator = registry();
    process.awaitReady(
        Probe.answersAt(URI.create(url() + "/subjects"), asOperator.token()), READY_WITHIN);
  }

  @Override
  public ChildProcess child() {
    return Objects.requireNonNull(process);
  }

  @Override
  public synchronized void stop() {
    if (process != null) {
      process.stop(aotCaches.stopGrace(STOP_GRACE));
    }
  }

  /** Without a database it would die of its start, and again after each longer pause. */
  private void awaitDatabase() {
    Probe takesLogins = database::takesLogins;
    try {
      if (!takesLogins.saysYesWithin(DATABASE_WITHIN)) {
        throw new StartFailure(
            "registry cannot be started: its database takes no login for %d s"
                .formatted(DATABASE_WITHIN.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("registry was interrupted while it waited for its database", e);
    }
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
        // Nobody is answered without a token that the key has signed.
        Map.entry("QUARKUS_OIDC_TENANT_ENABLED", "true"),
        Map.entry("QUARKUS_OIDC_PUBLIC_KEY", key.publicKey()),
        Map.entry("QUARKUS_OIDC_TOKEN_ISSUER", RegistryKey.ISSUER),
        Map.entry("APICURIO_AUTH_ROLE_BASED_AUTHORIZATION", "true"),
        Map.entry("APICURIO_STORAGE_KIND", "sql"),
        Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
        Map.entry("APICURIO_DATASOURCE_URL", database.jdbcUrl()),
        Map.entry("APICURIO_DATASOURCE_USERNAME", database.user()),
        Map.entry("APICURIO_DATASOURCE_PASSWORD", database.password()),
        Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
        Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
        Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "10"));
  }
}
