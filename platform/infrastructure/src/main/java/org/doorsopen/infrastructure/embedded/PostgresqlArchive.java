package org.doorsopen.infrastructure.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.infrastructure.process.Trees;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL binaries of one operating system and processor. */
record PostgresqlArchive(Path folder, String machine) {

  static PostgresqlArchive forThisMachine(Path folder) {
    String os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String arch =
        switch (System.getProperty("os.arch")) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    return new PostgresqlArchive(folder, os + "-" + arch);
  }

  /**
   * Several processes may do this at once: the first to finish wins, the others throw theirs away.
   */
  Path unpacked() {
    Path target = folder.resolve(machine);
    if (Files.isDirectory(target)) {
      return target;
    }
    try {
      Path fresh = Files.createTempDirectory(folder, machine + "-");
      unpackTo(fresh);
      moveUnlessThere(fresh, target);
      return target;
    } catch (IOException e) {
      throw new StartFailure("PostgreSQL cannot be unpacked to %s: %s".formatted(target, e), e);
    }
  }

  private void unpackTo(Path target) throws IOException {
    Path archive = folder.resolve("postgres-%s.txz".formatted(machine));
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        unpack(target, tar, e, inside(target, target.resolve(e.getName())));
      }
    }
  }

  /** An entry, or what it points to, may not lead out of the folder. */
  private static Path inside(Path folder, Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(folder)) {
      throw new IOException("The archive leads out of its folder, to " + normal);
    }
    return normal;
  }

  private static void unpack(
      Path folder, TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      inside(folder, path.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      path.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
    }
  }

  private static void moveUnlessThere(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      Trees.delete(fresh);
    }
  }
}
