package org.doorsopen.access.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.doorsopen.access.KafkaLogin;
import org.junit.jupiter.api.Test;

class AccountsCommandTest {

  private static final KafkaLogin BROKER = new KafkaLogin("brokers:9092", "broker", "hard to tell");

  @Test
  void logsInWithoutTlsUnlessItIsToldOtherwise() {
    assertThat(AccountsCommand.settings(BROKER, Map.of()))
        .isEqualTo(BROKER.settingsOfTheBroker())
        .containsEntry("security.protocol", "SASL_PLAINTEXT");
  }

  @Test
  void talksThroughTlsByTheSettingsOfAService() {
    Map<String, String> environment =
        Map.of(
            "DOORS_KAFKA_PROTOCOL", "SASL_SSL",
            "DOORS_KAFKA_AUTHORITIES", "file:/run/authorities/authority.pem");

    assertThat(AccountsCommand.settings(BROKER, environment))
        .containsAllEntriesOf(
            Map.of(
                "security.protocol", "SASL_SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", "/run/authorities/authority.pem"));
  }

  @Test
  void believesTheAuthoritiesThatJavaKnowsWhereNoOthersAreNamed() {
    assertThat(AccountsCommand.settings(BROKER, Map.of("DOORS_KAFKA_PROTOCOL", "SASL_SSL")))
        .containsEntry("security.protocol", "SASL_SSL")
        .doesNotContainKey("ssl.truststore.location");
  }
}
