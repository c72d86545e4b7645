package org.doorsopen.chaos.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Searches files for a text that the name and the address of every person of an experiment have,
 * and nothing else in the world. Upper and lower case are the same.
 */
final class Traces {
  private static final int BLOCK = 1 << 16;

  private final byte[] marker;

  /**
   * @param marker in lower case, of ASCII letters and digits
   */
  Traces(String marker) {
    this.marker = marker.getBytes(UTF_8);
  }

  /** The files below the folder that have it, by their paths in the folder. */
  List<String> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(this::isIn)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      // A file or folder has gone meanwhile: Kafka deletes segments, PostgreSQL tables.
      return in(folder);
    }
  }

  private boolean isIn(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return isIn(bytes);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on where a block ends in the middle of it. */
  private boolean isIn(InputStream bytes) throws IOException {
    byte[] block = new byte[BLOCK];
    int kept = 0;
    int read = bytes.readNBytes(block, 0, BLOCK);
    while (read > 0) {
      if (isIn(block, kept + read)) {
        return true;
      }
      int all = kept + read;
      kept = Math.min(marker.length - 1, all);
      System.arraycopy(block, all - kept, block, 0, kept);
      read = bytes.readNBytes(block, kept, BLOCK - kept);
    }
    return false;
  }

  private boolean isIn(byte[] block, int length) {
    for (int i = 0; i + marker.length <= length; i++) {
      int same = 0;
      while (same < marker.length && lower(block[i + same]) == marker[same]) {
        same++;
      }
      if (same == marker.length) {
        return true;
      }
    }
    return false;
  }

  private static byte lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 'a' - 'A') : letter;
  }
}
