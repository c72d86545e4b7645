package org.doorsopen.infrastructure.embedded;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.Registry;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.ChildProcess;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.infrastructure.process.Probe;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.jspecify.annotations.Nullable;

/** Apicurio Registry as a child process, its data in a database of its own. */
final class EmbeddedRegistry implements Part {
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final Distributions distributions;
  private final Database database;
  private final AotCaches aotCaches;
  private final int port;
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
  }

  Registry registry() {
    return new Registry(URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port)));
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public String address() {
    return registry().url().toString();
  }

  @Override
  public synchronized void start() {
    List<String> options = new ArrayList<>(JvmOptions.forChild(256));
    options.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp"));
    options.addAll(List.of(distributions.registryClassPath(), "io.quarkus.runner.GeneratedMain"));
    Launch launch = Launch.java("registry", options, distributions.registry()).with(settings());
    Launch withCache =
        aotCaches.applyTo(launch, distributions.aotCache("registry"), distributions.registry());
    process = ChildProcess.start(withCache, folder);
    process.awaitReady(Probe.answersAt(URI.create(registry().url() + "/subjects")), READY_WITHIN);
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

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
        Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
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
