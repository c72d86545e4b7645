package org.doorsopen.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.junit.jupiter.api.Test;

class SchemaContractTest {

  private static final String FIRST_SUBJECT = "rsvps-org.doorsopen.schemas.events.RsvpRequested";

  private final UnreliableRegistry registry = new UnreliableRegistry();
  private final SchemaContract contract = new SchemaContract(registry);

  @Test
  void registersEverySchemaAsCompatibleInBothDirections() throws Exception {
    contract.establish(TimeLimit.in(Duration.ofMinutes(1)));

    assertThat(registry.getAllSubjects())
        .hasSize((int) EventTypes.BY_TOPIC.values().stream().mapToLong(List::size).sum())
        .contains(FIRST_SUBJECT);
    assertThat(registry.getCompatibility(FIRST_SUBJECT)).isEqualTo("FULL_TRANSITIVE");
  }

  @Test
  void waitsForARegistryThatIsNotThereYet() throws Exception {
    registry.absentFor = 1;

    contract.establish(TimeLimit.in(Duration.ofMinutes(1)));

    assertThat(registry.getAllSubjects()).contains(FIRST_SUBJECT);
  }

  @Test
  void waitsNoLongerThanTheLimit() {
    registry.absentFor = Integer.MAX_VALUE;

    assertThatIllegalStateException()
        .isThrownBy(() -> contract.establish(TimeLimit.in(Duration.ZERO)))
        .withMessageStartingWith("The schema registry did not take ")
        .withMessageEndingWith(": connection refused")
        .withCauseInstanceOf(IOException.class);
    assertThat(registry.calls).isEqualTo(1);
  }

  @Test
  void waitsForARegistryOfWhichAProxySaysThatItIsNotThereYet() throws Exception {
    registry.proxied = 1;

    contract.establish(TimeLimit.in(Duration.ofMinutes(1)));

    assertThat(registry.getAllSubjects()).contains(FIRST_SUBJECT);
  }

  @Test
  void takesTheRefusalOfASchemaAsFinal() {
    registry.refusesSchemas = true;

    assertThatIllegalStateException()
        .isThrownBy(() -> contract.establish(TimeLimit.in(Duration.ofMinutes(1))))
        .withCauseInstanceOf(RestClientException.class);
    assertThat(registry.calls).isEqualTo(1);
  }

  @Test
  void asksAgainWhenAnotherServiceHasJustSetTheCompatibility() throws Exception {
    registry.competitors = 2;

    contract.establish(TimeLimit.in(Duration.ofMinutes(1)));

    assertThat(registry.getCompatibility(FIRST_SUBJECT)).isEqualTo("FULL_TRANSITIVE");
  }

  private static final class UnreliableRegistry extends MockSchemaRegistryClient {

    private int absentFor;
    private int proxied;
    private int competitors;
    private boolean refusesSchemas;
    private int calls;

    UnreliableRegistry() {
      super(List.of(new AvroSchemaProvider()));
    }

    @Override
    public int register(String subject, ParsedSchema schema)
        throws IOException, RestClientException {
      calls++;
      if (absentFor > 0) {
        absentFor--;
        throw new IOException("connection refused");
      }
      if (proxied > 0) {
        proxied--;
        throw new RestClientException("<html>Bad Gateway</html>", 502, 502);
      }
      if (refusesSchemas) {
        throw new RestClientException("incompatible", 409, 409);
      }
      return super.register(subject, schema);
    }

    @Override
    public String updateCompatibility(String subject, String compatibility)
        throws IOException, RestClientException {
      if (competitors > 0) {
        competitors--;
        throw new RestClientException("exists", 409, 409);
      }
      return super.updateCompatibility(subject, compatibility);
    }
  }
}
