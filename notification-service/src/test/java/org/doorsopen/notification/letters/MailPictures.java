package org.doorsopen.notification.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.doorsopen.notification.mails.MailKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Draws each kind of mail as a phone shows it, into docs/mail. No test by name, since it needs
 * Chromium: {@code mvn -pl notification-service -am test -Dtest=MailPictures
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class MailPictures {

  private static final Path FOLDER = Path.of("../docs/mail");
  private static final String CHROMIUM = System.getProperty("chromium", "chromium");
  private static final int WIDTH = 390;
  private static final int TALLEST = 2400;

  private enum Scheme {
    DARK,
    LIGHT
  }

  @ParameterizedTest
  @EnumSource
  void inEnglishByDay(MailKind kind, @TempDir Path folder) throws Exception {
    draw(kind, Locale.ENGLISH, Scheme.LIGHT, folder);
  }

  @ParameterizedTest
  @EnumSource(names = {"SEAT_CONFIRMED", "SCHEDULE_CHANGED"})
  void inGermanByNight(MailKind kind, @TempDir Path folder) throws Exception {
    draw(kind, Locale.GERMAN, Scheme.DARK, folder);
  }

  private static void draw(MailKind kind, Locale locale, Scheme scheme, Path folder)
      throws Exception {
    Letter letter = Samples.letter(Samples.of(kind, locale));
    Path page = Files.writeString(folder.resolve("mail.html"), new LetterTemplates().html(letter));
    BufferedImage picture = ImageIO.read(photograph(page, scheme, folder).toFile());
    Files.createDirectories(FOLDER);
    String name = kind + "." + locale + (scheme == Scheme.DARK ? ".dark" : "") + ".png";
    ImageIO.write(cropped(picture), "png", FOLDER.resolve(name).toFile());
  }

  private static Path photograph(Path page, Scheme scheme, Path folder)
      throws IOException, InterruptedException {
    Path picture = folder.resolve("mail.png");
    List<String> command = new ArrayList<>();
    command.add(CHROMIUM);
    command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"));
    command.addAll(List.of("--no-first-run", "--disable-background-networking"));
    command.addAll(List.of("--disable-component-update", "--disable-sync", "--hide-scrollbars"));
    command.add("--user-data-dir=" + folder.resolve("profile"));
    command.add("--blink-settings=preferredColorScheme=" + scheme.ordinal());
    command.add("--window-size=" + WIDTH + "," + TALLEST);
    command.add("--screenshot=" + picture);
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return picture;
  }

  /** Without the empty rows below. */
  private static BufferedImage cropped(BufferedImage picture) {
    int empty = picture.getRGB(0, picture.getHeight() - 1);
    int last =
        IntStream.range(0, picture.getHeight())
            .filter(y ->
                IntStream.range(0, picture.getWidth()).anyMatch(x -> picture.getRGB(x, y) != empty))
            .max()
            .orElseThrow();
    return picture.getSubimage(0, 0, picture.getWidth(), Math.min(last + 24, TALLEST));
  }
}
