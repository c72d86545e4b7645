package org.doorsopen.schedule.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.imports.domain.NumberedLine;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.text.TextReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Announcements in as many styles as people have, each with all that has to come out of it. What
 * really came out is in {@code target/announcements}, to be compared, and looked at.
 */
class AnnouncementsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Path FOLDER = Path.of("src/test/resources/announcements");
  private static final Path FOUND = Path.of("target/announcements");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @ParameterizedTest
  @MethodSource("announcements")
  void areReadWhole(Path announcement) throws IOException {
    ImportAnswer answer =
        ImportAnswer.of(read(announcement), new Reasons(new Words().in(Locale.UK)), false);

    String found = JSON.writeValueAsString(answer) + "\n";
    Files.createDirectories(FOUND);
    Path expected = beside(announcement);
    Files.writeString(FOUND.resolve(expected.getFileName()), found);
    assertThat(expected).exists();
    assertThat(found).isEqualToNormalizingNewlines(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("announcements")
  void loseNoLine(Path announcement) {
    ReadAnnouncement read = read(announcement);

    Set<Integer> placed = new HashSet<>(read.uses().keySet());
    assertThat(read.notUnderstood())
        .extracting(NumberedLine::line)
        .doesNotContainAnyElementsOf(placed);
    read.notUnderstood().forEach(line -> placed.add(line.line()));
    List<Integer> lost =
        IntStream.rangeClosed(1, read.lines().size())
            .filter(line -> hasWords(read.lines().get(line - 1)))
            .filter(line -> !placed.contains(line))
            .boxed()
            .toList();
    assertThat(lost).isEmpty();
  }

  static Stream<Path> announcements() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasWords(String line) {
    return line.replaceAll("<[^>]*>", "").chars().anyMatch(Character::isLetterOrDigit);
  }

  private static ReadAnnouncement read(Path announcement) {
    try {
      return TextReader.read(Files.readString(announcement), TODAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Path announcement) {
    String name = announcement.getFileName().toString().replace(".txt", ".json");
    return announcement.resolveSibling(name);
  }
}
