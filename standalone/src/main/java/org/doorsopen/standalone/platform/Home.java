package org.doorsopen.standalone.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.standalone.settings.Service;

/**
 * The folder of the sources, where the build has left the jars.
 *
 * @param path named by the system property {@code doors.home}
 */
public record Home(Path path) {

  public static Home find() {
    return new Home(Path.of(System.getProperty("doors.home", "")).toAbsolutePath());
  }

  /** See {@link org.doorsopen.infrastructure.process.AotCaches}. */
  Path aotCache(Service service) {
    return target(service).resolve(service.module() + ".aot");
  }

  Path jar(Service service) {
    Path target = target(service);
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> jars =
          Files.newDirectoryStream(target, service.module() + "-*.jar")) {
        for (Path jar : jars) {
          return jar;
        }
      } catch (IOException e) {
        throw new StartFailure("%s cannot be read: %s".formatted(target, e.getMessage()), e);
      }
    }
    throw new StartFailure(
        "There is no %s-*.jar in %s; build first: mvn package".formatted(service.module(), target));
  }

  private Path target(Service service) {
    return path.resolve(service.module()).resolve("target");
  }
}
