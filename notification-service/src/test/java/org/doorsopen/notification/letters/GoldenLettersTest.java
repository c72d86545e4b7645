package org.doorsopen.notification.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.doorsopen.notification.mails.MailKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The text of each mail, to be read by people: one file per kind and language. After a change of
 * words {@code -Dtest=GoldenLettersTest -Dgolden=write} writes them anew, and the diff shows what
 * readers will see.
 */
class GoldenLettersTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/letters");
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));

  @ParameterizedTest
  @EnumSource
  void saysInEnglish(MailKind kind) throws IOException {
    saysWhatIsWritten(kind, Locale.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource
  void saysInGerman(MailKind kind) throws IOException {
    saysWhatIsWritten(kind, Locale.GERMAN);
  }

  private static void saysWhatIsWritten(MailKind kind, Locale locale) throws IOException {
    Letter letter = Samples.letter(Samples.of(kind, locale));
    String mail = "Subject: " + letter.subject() + "\n\n" + new LetterTemplates().text(letter);
    Path file = FOLDER.resolve(kind + "." + locale + ".txt");
    if (WRITE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, mail);
    }
    assertThat(mail).isEqualTo(Files.readString(file));
  }
}
