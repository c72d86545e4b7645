package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all state between runs. Only its owner may look inside, and only one
 * process at a time holds it open; the kernel ends that hold when the process dies, however it
 * dies.
 */
public final class DataFolder implements AutoCloseable {
  private static final long MIN_FREE_BYTES = 512L * 1024 * 1024;
  private static final String SECRET_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int SECRET_LENGTH = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder if it is missing, takes hold of it, and ends the processes that an earlier,
   * killed run has left behind in it.
   *
   * @throws StartFailure if it is in use, not ours, not writable, or the disk is nearly full
   */
  public static DataFolder open(Path named) {
    Path root = named.toAbsolutePath().normalize();
    try {
      refuseForeign(root);
      makePrivate(root);
      refuseFullDisk(root);
      makePrivate(root.resolve("run"));
      makePrivate(root.resolve("logs"));
      makePrivate(root.resolve("secrets"));
      DataFolder folder = new DataFolder(root, lock(root));
      PidFiles.in(root).endLeftovers();
      return folder;
    } catch (FileSystemException e) {
      throw new StartFailure(
          "The data folder %s cannot be written (%s: %s); name another one by DOORS_DATA"
              .formatted(root, e.getClass().getSimpleName(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new StartFailure("The data folder %s: %s".formatted(root, e.getMessage()), e);
    }
  }

  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** The file that a process's output is written to. */
  public Path log(String process) {
    return root.resolve("logs").resolve(process + ".log");
  }

  /** Made once, then always the same; only the owner may read its file. */
  public String secret(String name) {
    return secret(name, DataFolder::random);
  }

  /** As {@link #secret(String)}, but made by the caller. */
  public String secret(String name, Supplier<String> made) {
    Path file = root.resolve("secrets").resolve(name);
    if (!Files.exists(file)) {
      writePrivately(file, made.get());
    }
    return read(file);
  }

  /** Replaces the file in one step; only the owner may read it. */
  public static void writePrivately(Path file, String content) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly("rw-------"));
      Files.writeString(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartFailure("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  PidFiles pidFiles() {
    return PidFiles.in(root);
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new IllegalStateException("The lock of " + root + " cannot be given back", e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartFailure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * A new secret: 24 out of 32 characters are 120 bits; no two look alike to a person who types.
   */
  public static String random() {
    return RANDOM
        .ints(SECRET_LENGTH, 0, SECRET_ALPHABET.length())
        .mapToObj(SECRET_ALPHABET::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  // Taking rights away from a folder that somebody named by mistake, /tmp say, would do harm.
  private static void refuseForeign(Path root) throws IOException {
    if (!Files.isDirectory(root) || Files.exists(root.resolve("run/lock"))) {
      return;
    }
    try (Stream<Path> entries = Files.list(root)) {
      if (entries.findAny().isPresent()) {
        throw new StartFailure(
            "%s holds other things than Doors Open's data; name an empty or new folder by DOORS_DATA"
                .formatted(root));
      }
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly("rwx------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static void refuseFullDisk(Path root) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < MIN_FREE_BYTES) {
      throw new StartFailure(
          "The disk of %s is nearly full: %d MB free, at least %d MB are needed; make room, or name another folder by DOORS_DATA"
              .formatted(root, free >> 20, MIN_FREE_BYTES >> 20));
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    Path file = root.resolve("run/lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new StartFailure(
          "The data folder %s is in use by the running process %s; stop that one, or name another folder by DOORS_DATA"
              .formatted(root, Files.readString(file).strip()));
    }
    String holder = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0).write(StandardCharsets.UTF_8.encode(holder));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static FileAttribute<?> ownerOnly(String rights) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
  }
}
