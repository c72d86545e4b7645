package org.doorsopen.launcher.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorsopen.launcher.settings.Service;

/**
 * Which service answers which path at the one address; the table is the file {@code
 * platform/front-door-paths}, which says how it is read.
 *
 * @param services by path; none where no front door lets anybody through
 */
public record FrontDoorPaths(Map<String, Optional<Service>> services) {

  private static final String NOBODY = "nobody";

  /** The file, from the folder of the sources. */
  public static final Path FILE = Path.of("platform", "front-door-paths");

  /**
   * @param home the folder of the sources
   * @throws IllegalStateException naming a line that is not a path and a service, or a second one
   *     about the same path
   */
  public static FrontDoorPaths read(Path home) {
    try (Stream<String> lines = Files.lines(home.resolve(FILE))) {
      return of(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FrontDoorPaths of(Stream<String> lines) {
    Map<String, Optional<Service>> services = new TreeMap<>();
    lines
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          String[] words = line.split("\\s+");
          if (words.length != 2 || !words[0].matches("/|(/[\\w.-]+)+")) {
            throw new IllegalStateException("Not a path and a service: " + line);
          }
          if (services.putIfAbsent(words[0], service(words[1])) != null) {
            throw new IllegalStateException("The second line about " + words[0]);
          }
        });
    return new FrontDoorPaths(services);
  }

  /**
   * @param path decoded, without dots and empty parts, as the services see it
   * @return none where nobody is let through
   */
  public Optional<Service> serviceOf(String path) {
    return services.getOrDefault(lineOf(path), Optional.empty());
  }

  /** The longest path of the table that stands for this one; {@code /} is about all. */
  public String lineOf(String path) {
    String line = path;
    while (!services.containsKey(line) && line.lastIndexOf('/') > 0) {
      line = line.substring(0, line.lastIndexOf('/'));
    }
    return services.containsKey(line) ? line : "/";
  }

  private static Optional<Service> service(String name) {
    if (name.equals(NOBODY)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(Service.values())
            .filter(service -> service.module().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no service " + name)));
  }
}
