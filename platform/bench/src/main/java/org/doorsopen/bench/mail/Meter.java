package org.doorsopen.bench.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import org.doorsopen.bench.measuring.Poll;
import org.doorsopen.infrastructure.faults.FaultyMailServer.Acceptance;

/**
 * Notes when the mail server accepts each mail, round by round. If the server is to be one that
 * keeps the mails that it accepts (RFC 5321, section 6.1), the mail is on the disk before.
 */
final class Meter implements Consumer<Acceptance> {

  private final Path folder = temporaryFolder();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile boolean keeping;
  private volatile AtomicLongArray times = new AtomicLongArray(0);
  private volatile String sample = "";

  @Override
  public void accept(Acceptance mail) {
    if (keeping) {
      keep(mail.content());
    }
    int number = accepted.getAndIncrement();
    AtomicLongArray round = times;
    if (number < round.length()) {
      round.set(number, System.nanoTime());
    }
    sample = mail.content();
  }

  /**
   * @param keep whether mails are kept, a file for each as in the queue of a mail server
   */
  void begin(int mails, boolean keep) {
    keeping = keep;
    times = new AtomicLongArray(mails);
    accepted.set(0);
  }

  /**
   * @throws BenchFailure if they do not come in time
   */
  void await(int mails, Duration limit) {
    Poll.until(
        () -> accepted.get() >= mails,
        limit,
        () -> "Of %d mails %d were accepted".formatted(mails, accepted.get()));
  }

  /**
   * Over the middle nine tenths of the round, which leaves out the time in which both get up to
   * speed.
   */
  double perSecond() {
    AtomicLongArray round = times;
    long[] sorted = new long[round.length()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = round.get(i);
    }
    Arrays.sort(sorted);
    int from = sorted.length / 20;
    int to = sorted.length - 1 - from;
    return (to - from) / ((sorted[to] - sorted[from]) / 1e9);
  }

  /** The text of the latest mail. */
  String sample() {
    return sample;
  }

  private void keep(String content) {
    Path file = folder.resolve(UUID.randomUUID().toString());
    try {
      try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
        channel.write(ByteBuffer.wrap(content.getBytes(ISO_8859_1)));
        channel.force(true);
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("doors-open-mails-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
