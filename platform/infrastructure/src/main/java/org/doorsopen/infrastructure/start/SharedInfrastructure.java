package org.doorsopen.infrastructure.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.infrastructure.process.Trees;

/**
 * One infrastructure for all integration tests of a JVM: started by the first test that asks, in a
 * temporary folder, and removed when the JVM ends.
 */
public final class SharedInfrastructure {
  private static final String PREFIX = "doors-open-test-";

  private SharedInfrastructure() {}

  public static Infrastructure get() {
    return Holder.RUNNING;
  }

  /**
   * As {@link Infrastructure#settings}, but with Kafka's operator for a user: tests write and read
   * in the name of services that do not run.
   */
  public static Map<String, String> settings(ServiceAccount service) {
    Map<String, String> settings = new HashMap<>(get().settings(service));
    KafkaLogin operator = get().kafka().operator();
    settings.put("DOORS_KAFKA_USER", operator.user());
    settings.put("DOORS_KAFKA_PASSWORD", operator.password());
    return settings;
  }

  /** The folder in which the shared parts keep their data. */
  public static Path folder() {
    return Holder.FOLDER;
  }

  private static final class Holder {
    static final Path FOLDER = newFolder();
    static final Infrastructure RUNNING = start(FOLDER);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory(PREFIX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Infrastructure start(Path folder) {
    try {
      sweepLeftovers(folder.getParent());
      Infrastructure started = Infrastructures.start(Blueprint.in(folder));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, folder)));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Infrastructure infrastructure, Path folder) {
    try (infrastructure) {
      infrastructure.close();
      Trees.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A test run that was killed could not end its children: the next one does.
  private static void sweepLeftovers(Path parent) throws IOException {
    Instant longAgo = Instant.now().minusSeconds(60);
    try (Stream<Path> siblings = Files.list(parent)) {
      for (Path sibling :
          siblings.filter(p -> p.getFileName().toString().startsWith(PREFIX)).toList()) {
        if (Files.getLastModifiedTime(sibling).toInstant().isBefore(longAgo)) {
          sweep(sibling);
        }
      }
    }
  }

  private static void sweep(Path folder) {
    try (DataFolder unused = DataFolder.open(folder)) {
      Trees.delete(folder);
    } catch (StartFailure | IOException | UncheckedIOException e) {
      // In use, somebody else's, or being swept by another run: not ours.
    }
  }
}
