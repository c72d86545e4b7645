package org.doorsopen.launcher.organizers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that several processes may change, one after the other, while others read it at any time.
 */
final class SharedFile {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final Duration patience;

  SharedFile(Path file) {
    this(file, PATIENCE);
  }

  SharedFile(Path file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  /**
   * Lets nobody else change the file meanwhile. The lock is on a file beside it, which stays: this
   * one is replaced, and a lock on it would be lost with that.
   *
   * @throws OrganizersFailure if others do not finish in time
   */
  <T extends @Nullable Object> T alone(Supplier<T> change) {
    try (FileChannel channel = FileChannel.open(sibling(".lock"), Set.of(CREATE, WRITE), PRIVATE)) {
      long end = System.nanoTime() + patience.toNanos();
      while (tryLock(channel) == null) {
        if (System.nanoTime() - end > 0) {
          throw new OrganizersFailure(
              "Another process is changing %s; try again when it has finished".formatted(file));
        }
        Thread.sleep(PAUSE);
      }
      return change.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OrganizersFailure("Interrupted before %s was changed".formatted(file));
    } catch (IOException e) {
      throw new OrganizersFailure("%s cannot be changed: %s".formatted(file, e));
    }
  }

  /**
   * In one step. A new file is its owner's alone; an old one keeps owner, group and rights, as
   * somebody may have opened it to the services' user.
   *
   * @throws OrganizersFailure if that fails, and then the file is as it was
   */
  void replace(String content) {
    Path fresh = sibling(".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, PRIVATE);
      Files.writeString(fresh, content);
      if (Files.exists(file)) {
        keepRights(fresh);
      }
      Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OrganizersFailure("%s cannot be written: %s".formatted(file, e));
    }
  }

  private void keepRights(Path fresh) throws IOException {
    PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);
    PosixFileAttributeView after =
        Files.getFileAttributeView(fresh, PosixFileAttributeView.class, NOFOLLOW_LINKS);
    // Only root may give a file away; others need not, where it is their own.
    if (!before.owner().equals(after.getOwner())) {
      after.setOwner(before.owner());
    }
    if (!before.group().equals(after.readAttributes().group())) {
      after.setGroup(before.group());
    }
    after.setPermissions(before.permissions());
  }

  private Path sibling(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
