package org.doorsopen.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.start.Infrastructures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract that every maker keeps; {@code DOORS_INFRASTRUCTURE} says which one is asked. */
class InfrastructureIT {
  @TempDir Path temp;

  @Test
  void keepsTheDataOverAKillAndOverARestartAlsoWhereThePortIsTakenMeanwhile() throws IOException {
    String before;
    try (Infrastructure first = Infrastructures.start(Blueprint.in(data()))) {
      before = first.kafka().bootstrapServers();
      Belongings.leaveIn(first);
      first.kafka().kill();
      first.kafka().start();
      assertThat(first.kafka().bootstrapServers()).isEqualTo(before);
      Belongings.assertAreIn(first);
    }
    Blueprint mailElsewhere = Blueprint.in(data()).withSmtp("mail.example.org:25");

    try (ServerSocket stranger = new ServerSocket(portOf(before));
        Infrastructure second = Infrastructures.start(mailElsewhere)) {
      assertThat(stranger.isBound()).isTrue();
      assertThat(second.kafka().bootstrapServers()).isNotEqualTo(before);
      Belongings.assertAreIn(second);
      assertThat(second.settings(ServiceAccount.NOTIFICATION))
          .containsEntry("DOORS_SMTP", "mail.example.org:25");
      assertThat(second.mailServer().inbox()).isEmpty();
      assertThatThrownBy(second::mailbox).isInstanceOf(IllegalStateException.class);
    }
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.split(":")[1]);
  }

  private Path data() {
    return temp.resolve("data");
  }
}
