package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A log file, as seen from one start of its writer on.
 *
 * @param from where this start's lines begin, unless the log was set aside since
 */
record LogTail(Path file, long from) {
  private static final int TAIL_BYTES = 16 * 1024;

  static LogTail from(Path file) throws IOException {
    return new LogTail(file, Files.exists(file) ? Files.size(file) : 0);
  }

  String lastLines(int count) {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long begin = Math.max(from > log.length() ? 0 : from, log.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) Math.max(0, log.length() - begin)];
      log.seek(begin);
      log.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "(cannot be read: %s)".formatted(e.getMessage());
    }
  }
}
