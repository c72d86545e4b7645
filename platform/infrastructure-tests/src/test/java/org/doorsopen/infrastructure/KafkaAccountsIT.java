package org.doorsopen.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorsopen.access.ServiceAccount.NOTIFICATION;
import static org.doorsopen.access.ServiceAccount.RSVP;
import static org.doorsopen.access.ServiceAccount.SCHEDULE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.TopicAccess;
import org.doorsopen.access.kafka.KafkaAccounts;
import org.doorsopen.access.kafka.Reader;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rights of each account, asked of the broker, for each line of the table. */
class KafkaAccountsIT {
  private static final Kafka KAFKA = SharedInfrastructure.get().kafka();

  @BeforeAll
  static void makeTopics() throws InterruptedException {
    for (TopicAccess line : lines().toList()) {
      // Any service may do so at its start.
      try (Admin admin = Admin.create(KAFKA.login(SCHEDULE).settings())) {
        admin.createTopics(List.of(new NewTopic(line.topic(), 1, (short) 1))).all().get();
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
      }
      assertThat(writes(KAFKA.operator(), line.topic())).isTrue();
    }
  }

  /** Each topic, and the one of its dead letters. */
  private static Stream<TopicAccess> lines() {
    return TopicAccess.TABLE.stream().flatMap(line -> Stream.of(line, line.deadLetters()));
  }

  static Stream<Arguments> everyLineForEveryService() {
    return lines()
        .flatMap(line -> Stream.of(ServiceAccount.values()).map(each -> Arguments.of(line, each)));
  }

  @ParameterizedTest
  @MethodSource("everyLineForEveryService")
  void letsAServiceWriteAndReadWhatItsLineSays(TopicAccess line, ServiceAccount service) {
    KafkaLogin login = KAFKA.login(service);

    assertThat(writes(login, line.topic())).isEqualTo(line.writtenBy().contains(service));
    assertThat(reads(login, line.topic())).isEqualTo(line.readBy().contains(service));
  }

  @Test
  void keepsScheduleServiceFromDecidingAndFromNamesAndAddresses() {
    KafkaLogin schedule = KAFKA.login(SCHEDULE);

    assertThat(writes(schedule, "schedules")).isTrue();
    assertThat(writes(schedule, "seats")).isFalse();
    assertThat(reads(schedule, "contacts")).isFalse();
  }

  @Test
  void keepsAServiceOutOfTheGroupsOfAnother() {
    assertThat(joins(KAFKA.login(NOTIFICATION), "seats", "notification-seats")).isTrue();
    assertThat(joins(KAFKA.login(NOTIFICATION), "seats", "rsvp-read-model-seats")).isFalse();
  }

  @Test
  void letsOnlyItsServiceHaveTransactionsAndTopicsOfItsOwn() {
    assertThat(hasTransactions(KAFKA.login(RSVP), "rsvp-seat-allocation-1")).isTrue();
    assertThat(hasTransactions(KAFKA.login(SCHEDULE), "rsvp-seat-allocation-1")).isFalse();
    assertThat(makes(KAFKA.login(RSVP), "rsvp-seat-allocation-entries-changelog")).isTrue();
    assertThat(makes(KAFKA.login(NOTIFICATION), "rsvp-seat-allocation-x-changelog")).isFalse();
  }

  @Test
  void letsReadersReadWhatIsOpenInGroupsOfTheirOwnUntilTheyAreRemoved() {
    try (Admin admin = Admin.create(KAFKA.operator().settings())) {
      KafkaAccounts accounts = new KafkaAccounts(admin);
      Reader ada = new Reader("ada");
      accounts.addReader(ada, "a password of ada's");
      KafkaLogin login =
          new KafkaLogin(KAFKA.bootstrapServers(), ada.user(), "a password of ada's");

      assertThat(accounts.readers()).contains("reader-ada");
      for (TopicAccess line : lines().toList()) {
        assertThat(reads(login, line.topic())).as(line.topic()).isEqualTo(line.open());
        assertThat(writes(login, line.topic())).as(line.topic()).isFalse();
      }
      assertThat(joins(login, "seats", "reader-ada")).isTrue();
      assertThat(joins(login, "seats", "reader-ada-2")).isTrue();
      assertThat(joins(login, "seats", "reader-adam")).isFalse();
      assertThat(joins(login, "seats", "notification-seats")).isFalse();
      assertThat(makes(login, "a-topic-of-adas")).isFalse();

      assertThat(accounts.removeReader(ada)).isTrue();
      assertThat(accounts.removeReader(ada)).isFalse();
      assertThatThrownBy(() -> reads(login, "seats"))
          .isInstanceOf(SaslAuthenticationException.class);
    }
  }

  /** Many times, because what is said too early is mostly true by the time one looks. */
  @Test
  void saysThatReadersWereMadeOrRemovedWhenTheBrokerKnows() {
    try (Admin admin = Admin.create(KAFKA.operator().settings())) {
      KafkaAccounts accounts = new KafkaAccounts(admin);
      for (int number = 1; number <= 20; number++) {
        Reader reader = new Reader("grace" + number);

        accounts.addReader(reader, "a password");
        assertThat(accounts.readers()).contains(reader.user());

        accounts.removeReader(reader);
        assertThat(accounts.readers()).doesNotContain(reader.user());
      }
    }
  }

  @Test
  void letsAReaderInWithTheNewestPasswordAlone() {
    try (Admin admin = Admin.create(KAFKA.operator().settings())) {
      KafkaAccounts accounts = new KafkaAccounts(admin);
      Reader alan = new Reader("alan");
      for (String password : List.of("first", "second", "third")) {
        accounts.addReader(alan, password);
        assertThat(lets(alan, password)).as(password).isTrue();
      }
      assertThat(lets(alan, "second")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Ada", "a-da", "1ada", "ada*", "ada.x", "a234567890123456789012345678901"})
  void refusesNamesOfReadersThatCouldReachIntoOthersGroups(String name) {
    assertThatThrownBy(() -> new Reader(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no name for a reader");
  }

  @Test
  void letsNobodyInWithoutTheRightPassword() {
    KafkaLogin wrong =
        new KafkaLogin(KAFKA.bootstrapServers(), RSVP.service(), KAFKA.login(SCHEDULE).password());

    assertThatThrownBy(() -> reads(wrong, "seats")).isInstanceOf(SaslAuthenticationException.class);
    assertThatThrownBy(
            () -> {
              try (Admin admin =
                  Admin.create(
                      Map.of(
                          "bootstrap.servers", KAFKA.bootstrapServers(),
                          "default.api.timeout.ms", 2_000,
                          "request.timeout.ms", 1_000))) {
                admin.listTopics().names().get();
              }
            })
        .as("without a login")
        .isInstanceOf(ExecutionException.class);
  }

  private static boolean lets(Reader reader, String password) {
    KafkaLogin login = new KafkaLogin(KAFKA.bootstrapServers(), reader.user(), password);
    try (Admin admin = Admin.create(login.settings())) {
      admin.describeCluster().nodes().get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(SaslAuthenticationException.class);
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean writes(KafkaLogin login, String topic) {
    try (var producer =
        new KafkaProducer<>(
            login.settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {2})).get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean reads(KafkaLogin login, String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    // It has asked for more when it is closed, and the broker would let it wait for that.
    try (var consumer = consumer(login, Map.of("fetch.max.wait.ms", 10))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return !consumer.poll(Duration.ofSeconds(20)).isEmpty();
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private static boolean joins(KafkaLogin login, String topic, String group) {
    try (var consumer = consumer(login, Map.of("group.id", group))) {
      consumer.committed(Set.of(new TopicPartition(topic, 0)));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private static boolean hasTransactions(KafkaLogin login, String id) {
    Map<String, Object> settings = login.settingsAnd(Map.of("transactional.id", id));
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private static boolean makes(KafkaLogin login, String topic) {
    try (Admin admin = Admin.create(login.settings())) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(
      KafkaLogin login, Map<String, Object> further) {
    return new KafkaConsumer<>(
        login.settingsAnd(further), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
