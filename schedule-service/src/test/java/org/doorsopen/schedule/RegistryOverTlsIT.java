package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.SchemaContract;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.waiting.TimeLimit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The registry on another machine, behind a proxy that ends TLS, with an authority of its own. */
@Timeout(120)
class RegistryOverTlsIT {

  private static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();
  private static final TimeLimit HOUR = TimeLimit.in(Duration.ofHours(1));

  @TempDir static Path folder;
  private static TlsProxy proxy;

  @BeforeAll
  static void startTheProxy() throws Exception {
    proxy = TlsProxy.before(INFRASTRUCTURE.registry().url(), folder);
  }

  @AfterAll
  static void stopTheProxy() {
    proxy.close();
  }

  @Test
  void servesAServiceThatWasToldWhoVouchesForIt() {
    proxy.logins().clear();

    try (ConfigurableApplicationContext service =
            service(Map.of("DOORS_REGISTRY_AUTHORITIES", proxy.authority().toString()));
        SchedulesTopic topic = new SchedulesTopic(INFRASTRUCTURE)) {
      int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      OrganizerApi organizer = new OrganizerApi(port, ScheduleService.LOGIN);
      String meetupId =
          organizer
              .post("/api/schedules", anEvening().toString())
              .json()
              .path("meetupId")
              .asString();
      organizer.post("/api/schedules/" + meetupId + "/publications", "");

      await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1));
    }
    assertThat(proxy.logins()).isNotEmpty().allMatch(login -> login.startsWith("Bearer "));
  }

  @Test
  void servesReadersAndWriters() throws Exception {
    ScheduleChanged event =
        ScheduleFixtures.published("m1", ScheduleFixtures.anEvening(Evenings.STARTS_AT).build())
            .build();

    try (var asWriter = EventSerdes.registry(loginAt("localhost"), proxy.authority());
        var asReader = EventSerdes.registry(loginAt("localhost"), proxy.authority());
        var writer = EventSerdes.serializer(asWriter);
        var reader = EventSerdes.deserializer(asReader)) {
      new SchemaContract(asWriter).establish(HOUR);

      byte[] bytes = writer.serialize(Topics.SCHEDULES, event);

      assertThat(reader.deserialize(Topics.SCHEDULES, bytes)).isEqualTo(event);
    }
  }

  @Test
  void isRefusedAtOnceByAServiceThatWasNotToldWhoVouchesForIt() {
    assertThatThrownBy(() -> service(Map.of("DOORS_EVENTS_STARTUP_LIMIT", "1h")))
        .hasStackTraceContaining("The certificate of the schema registry is not good")
        .hasStackTraceContaining("DOORS_REGISTRY_AUTHORITIES");
  }

  @Test
  void isRefusedAtOnceInAnyOtherName() throws Exception {
    try (var registry = EventSerdes.registry(loginAt("127.0.0.1"), proxy.authority())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new SchemaContract(registry).establish(HOUR))
          .withMessageContaining("No subject alternative names matching IP address 127.0.0.1");
    }
  }

  /** By an authority that Java knows nobody has certificates for tests; the check is the same. */
  @Test
  void isAskedNothingBeforeItsCertificateIsGood() throws Exception {
    proxy.logins().clear();

    try (var anyName = EventSerdes.registry(loginAt("127.0.0.1"), proxy.authority());
        var anybody = EventSerdes.registry(loginAt("localhost"))) {
      assertThatThrownBy(anyName::getAllSubjects).hasMessageContaining("127.0.0.1");
      assertThatThrownBy(anybody::getAllSubjects).hasMessageContaining("PKIX path");
    }
    assertThat(proxy.logins()).isEmpty();
  }

  @Test
  void isWaitedForNoLongerThanTheLimitWhereItSaysNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var registry =
            EventSerdes.registry("https://localhost:" + silent.getLocalPort(), proxy.authority())) {
      SchemaContract contract = new SchemaContract(registry);

      assertThatIllegalStateException()
          .isThrownBy(() -> contract.establish(TimeLimit.in(Duration.ofSeconds(1))))
          .withMessageContaining("timed out");
    }
  }

  @Test
  void needsAFileWithCertificates() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate\n");
    String https = "https://localhost:1";

    for (Path none : List.of(empty, folder.resolve("nowhere.pem"), folder)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EventSerdes.registry(https, none))
          .withMessageContaining(none.toString());
    }
    assertThatThrownBy(() ->
            service(
                Map.of(
                    "DOORS_REGISTRY",
                    "http://localhost:1",
                    "DOORS_REGISTRY_AUTHORITIES",
                    proxy.authority().toString())))
        .hasStackTraceContaining("is for a DOORS_REGISTRY that begins with https://");
  }

  /** With the variables that an operator sets, and ports of its own. */
  private static ConfigurableApplicationContext service(Map<String, String> variables) {
    Map<String, String> settings =
        new HashMap<>(SharedInfrastructure.settings(ServiceAccount.SCHEDULE));
    settings.put("DOORS_REGISTRY", loginAt("localhost"));
    settings.put("DOORS_ORGANIZER", ScheduleService.LOGIN);
    settings.put("DOORS_SECRET", "a secret of the tests alone");
    settings.put("server.port", "0");
    settings.put("management.server.port", "0");
    settings.putAll(variables);
    List<String> arguments = new ArrayList<>();
    settings.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
    return SpringApplication.run(
        ScheduleServiceApplication.class, arguments.toArray(String[]::new));
  }

  private static String loginAt(String host) {
    String token = INFRASTRUCTURE.registry(ServiceAccount.SCHEDULE).token().orElse("none");
    return proxy.at(host).replaceFirst("//", "//bearer:" + token + "@");
  }
}
