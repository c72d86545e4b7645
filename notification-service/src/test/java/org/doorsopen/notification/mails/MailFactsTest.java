package org.doorsopen.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorsopen.notification.mails.MailFacts.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Facts as they are stored with the mail. */
class MailFactsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @EnumSource
  void storesAReasonByItsName(Reason reason) {
    String before =
        "{\"position\":null,\"reason\":\"%s\",\"since\":null,\"reminder\":null}".formatted(reason);
    String stored = before.replace("}", ",\"confirmUntil\":null}");

    assertThat(JSON.writeValueAsString(MailFacts.reason(reason))).isEqualTo(stored);
    assertThat(JSON.readValue(stored, MailFacts.class)).isEqualTo(MailFacts.reason(reason));
    assertThat(JSON.readValue(before, MailFacts.class)).isEqualTo(MailFacts.reason(reason));
  }

  @Test
  void readsAReasonOfALaterBuildAsUnknown() {
    assertThat(JSON.readValue("{\"reason\":\"SPRING\"}", MailFacts.class))
        .isEqualTo(MailFacts.reason(Reason.UNKNOWN));
  }

  @Test
  void readsFactsWithoutAReason() {
    assertThat(JSON.readValue("{\"position\":4,\"reason\":null}", MailFacts.class))
        .isEqualTo(MailFacts.position(4));
  }
}
