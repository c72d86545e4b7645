package org.doorsopen.infrastructure.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.Mailbox;
import org.doorsopen.infrastructure.Sending;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMailTest {

  @Test
  void keepsTheNewestMails(@TempDir Path data) throws Exception {
    try (DataFolder folder = DataFolder.open(data)) {
      EmbeddedMail mail = new EmbeddedMail(folder, RememberedPorts.in(folder), 20);
      mail.start();
      try {
        for (int number = 1; number <= 25; number++) {
          Sending.send(mail.mailServer().smtp(), "ada@example.org", "Mail " + number);
        }
        Mailbox mailbox = new Mailbox(mail.mailServer().inbox().orElseThrow());

        assertThat(mailbox.mails())
            .hasSizeBetween(18, 20)
            .extracting(Mail::subject)
            .contains("Mail 25", "Mail 8")
            .doesNotContain("Mail 1", "Mail 5");
      } finally {
        mail.stop();
      }
    }
  }
}
