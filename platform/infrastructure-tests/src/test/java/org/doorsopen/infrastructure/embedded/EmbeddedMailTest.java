package org.doorsopen.infrastructure.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.Mailbox;
import org.doorsopen.infrastructure.Sending;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMailTest {

  private static final int SENDERS = 8;
  private static final int MAILS = 40;

  @Test
  void isReadWhileMailsComeIn(@TempDir Path data) throws Exception {
    try (DataFolder folder = DataFolder.open(data)) {
      EmbeddedMail mail = new EmbeddedMail(folder, RememberedPorts.in(folder));
      mail.start();
      try {
        String smtp = mail.mailServer().smtp();
        Mailbox mailbox = new Mailbox(mail.mailServer().inbox().orElseThrow());
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
          List<Future<Void>> sending =
              Stream.generate(() -> senders.submit(() -> sendSome(smtp))).limit(SENDERS).toList();
          while (!sending.stream().allMatch(Future::isDone)) {
            mailbox.mails();
          }
          for (Future<Void> each : sending) {
            each.get();
          }
        }

        assertThat(mailbox.mails()).hasSize(SENDERS * MAILS);
      } finally {
        mail.stop();
      }
    }
  }

  private static Void sendSome(String smtp) throws MessagingException {
    for (int number = 1; number <= MAILS; number++) {
      Sending.send(smtp, "ada@example.org", "Mail " + number);
    }
    return null;
  }

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
