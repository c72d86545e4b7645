package org.doorsopen.infrastructure.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.Mailbox;
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
          send(mail.mailServer().smtp(), "Mail " + number);
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

  private static void send(String smtp, String subject) throws Exception {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", smtp.split(":")[0]);
    settings.put("mail.smtp.port", smtp.split(":")[1]);
    MimeMessage message = new MimeMessage(Session.getInstance(settings));
    message.setFrom("doors@example.org");
    message.setRecipients(RecipientType.TO, "ada@example.org");
    message.setSubject(subject);
    message.setText("See you there.");
    Transport.send(message);
  }
}
