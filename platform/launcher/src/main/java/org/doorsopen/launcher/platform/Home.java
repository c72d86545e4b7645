package org.doorsopen.launcher.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.settings.Service;

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

  /** The folder of the service's jar and of the jars that it needs. */
  Path jars(Service service) {
    return target(service);
  }

  /** Options that the service's JVM has everywhere, in its image as well; a file for {@code @}. */
  Path javaOptions(Service service) {
    return path.resolve(service.module()).resolve("java-options");
  }

  Path jar(Service service) {
    return jar(Path.of(service.module()));
  }

  /**
   * @param module its folder, from the folder of the sources
   * @throws StartFailure if it has not been built
   */
  public Path jar(Path module) {
    Path target = path.resolve(module).resolve("target");
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> jars =
          Files.newDirectoryStream(target, module.getFileName() + "-*.jar")) {
        for (Path jar : jars) {
          return jar;
        }
      } catch (IOException e) {
        throw new StartFailure("%s cannot be read: %s".formatted(target, e.getMessage()), e);
      }
    }
    throw new StartFailure(
        "There is no %s-*.jar in %s; build first: mvn package"
            .formatted(module.getFileName(), target));
  }

  private Path target(Service service) {
    return path.resolve(service.module()).resolve("target");
  }
}
