package org.doorsopen.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxIT {
  private final Infrastructure infrastructure = SharedInfrastructure.get();
  private final Mailbox mailbox = infrastructure.mailbox();

  @BeforeEach
  void empty() {
    mailbox.clear();
  }

  @Test
  void holdsTheMailOfEverybodyInTheOrderItCame() throws Exception {
    send("ada@example.org", "Türen auf");
    assertThat(mailbox.mails()).hasSize(1);
    send("grace@example.org", "Doors open");

    assertThat(mailbox.mails())
        .extracting(Mail::subject)
        .containsExactly("Türen auf", "Doors open");
    Mail first = mailbox.mails().getFirst();
    assertThat(first.from()).isEqualTo("doors@example.org");
    assertThat(first.isFor("ADA@example.org")).isTrue();
    assertThat(first.header("Doors-Kind")).contains("TEST");
    assertThat(first.message().getContent().toString()).contains("See you");
  }

  @Test
  void isReadFromElsewhereByTheAddressAlone() throws Exception {
    send("ada@example.org", "Doors open");

    Mailbox elsewhere = new Mailbox(infrastructure.mailServer().inbox().orElseThrow());

    assertThat(elsewhere.mails()).hasSize(1);
  }

  @Test
  void forgetsWhatIsCleared() throws Exception {
    send("ada@example.org", "Before");
    mailbox.clear();
    assertThat(mailbox.mails()).isEmpty();

    send("ada@example.org", "After");

    assertThat(mailbox.mails()).extracting(Mail::subject).containsExactly("After");
  }

  private void send(String recipient, String subject) throws Exception {
    Sending.send(infrastructure.mailServer().smtp(), recipient, subject);
  }
}
