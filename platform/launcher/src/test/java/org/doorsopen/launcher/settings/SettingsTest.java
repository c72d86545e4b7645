package org.doorsopen.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path HOME = Path.of("/somewhere");

  @Test
  void needsNoSettingAtAll() {
    Settings settings = read(Map.of());

    assertThat(settings.data()).isEqualTo(HOME.resolve("data"));
    assertThat(settings.ports()).isEmpty();
    assertThat(settings.changeWindow()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.passedOn()).as("the services know their defaults").isEmpty();
  }

  @Test
  void takesAnEmptyVariableForOneThatIsNotSet() {
    Settings settings = read(Map.of("DOORS_SMTP", " ", "DOORS_RSVP_PORT", ""));

    assertThat(settings.smtp()).isEmpty();
    assertThat(settings.ports()).isEmpty();
  }

  @Test
  void readsWhatIsSet() {
    Settings settings =
        read(
            Map.of(
                "DOORS_PORT", "9080",
                "DOORS_RSVP_PORT", "9081",
                "DOORS_PUBLIC_URL", "https://meetups.example.org/",
                "DOORS_SMTP", "mail.example.org:587",
                "DOORS_PARTITIONS", "24",
                "DOORS_ORGANIZER", "ada:with:colons"));

    assertThat(settings.port()).contains(9080);
    assertThat(settings.ports()).isEqualTo(Map.of(Service.RSVP, 9081));
    assertThat(settings.publicUrl()).map(Object::toString).contains("https://meetups.example.org");
    assertThat(settings.smtp()).contains("mail.example.org:587");
    assertThat(settings.passedOn()).isEqualTo(Map.of("DOORS_PARTITIONS", "24"));
    assertThat(settings.organizer()).contains("ada:with:colons");
  }

  @Test
  void letsPagesOfOriginsReadThatAreNamedAndOfNoneByDefault() {
    String origins = "https://one.example, https://two.example";
    Settings settings = read(Map.of("DOORS_CORS_ORIGINS", origins));

    assertThat(settings.passedOn()).isEqualTo(Map.of("DOORS_CORS_ORIGINS", origins));
    assertThat(settings.otherOrigins().origins())
        .containsExactlyInAnyOrder("https://one.example", "https://two.example");
    assertThat(read(Map.of()).otherOrigins().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "30s, PT30S", "2m, PT2M", "1h, PT1H", "PT90S, PT1M30S", "0s, PT0S"})
  void readsDurationsInBothNotations(String written, Duration read) {
    assertThat(read(Map.of("DOORS_CHANGE_WINDOW", written)).changeWindow()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "DOORS_PORT, eighty",
    "DOORS_RSVP_PORT, abc",
    "DOORS_RSVP_PORT, 0",
    "DOORS_SCHEDULE_PORT, 65536",
    "DOORS_NOTIFICATION_PORT, -1",
    "DOORS_PUBLIC_URL, meetups.example.org",
    "DOORS_PUBLIC_URL, ftp://example.org",
    "DOORS_SMTP, mail.example.org",
    "DOORS_SMTP, mail.example.org:0",
    "DOORS_SMTP_TLS, ssl",
    "DOORS_SMTP_CONNECTIONS, 9",
    "DOORS_SMTP_MAILS_PER_MINUTE, few",
    "DOORS_ORGANIZER, ada",
    "DOORS_ORGANIZER, :secret",
    "DOORS_ORGANIZER, ada:",
    "DOORS_SECRET, short",
    "DOORS_SECRET, aaaaaaaaaaaaaaaa",
    "DOORS_SECRET, 0123456789abcdef",
    "DOORS_CHANGE_WINDOW, soon",
    "DOORS_CHANGE_WINDOW, -PT1S",
    "DOORS_PARTITIONS, 0",
    "DOORS_CORS_ORIGINS, *",
    "DOORS_CORS_ORIGINS, community.example.org",
    "DOORS_CORS_ORIGINS, https://community.example.org/page",
  })
  void namesTheSettingThatIsWrong(String name, String value) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining(name + " is '")
        .hasMessageContaining("it must be");
  }

  @Test
  void namesEveryWrongSettingAtOnceAndShowsNoSecret() {
    assertThatThrownBy(() ->
            read(Map.of("DOORS_SMTP", "x", "DOORS_SECRET", "hunter2", "DOORS_ORGANIZER", "p")))
        .hasMessageContaining("DOORS_SMTP")
        .hasMessageContaining("DOORS_SECRET")
        .hasMessageContaining("DOORS_ORGANIZER")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void refusesOnePortForTwoServices() {
    assertThatThrownBy(() -> read(Map.of("DOORS_RSVP_PORT", "9000", "DOORS_SCHEDULE_PORT", "9000")))
        .hasMessageContaining("another port than");
  }

  @Test
  void refusesThePortOfTheFrontDoorForAService() {
    assertThatThrownBy(() -> read(Map.of("DOORS_PORT", "9000", "DOORS_SCHEDULE_PORT", "9000")))
        .hasMessageContaining("another port than DOORS_PORT");
  }

  private static Settings read(Map<String, String> environment) {
    return Settings.read(environment, HOME);
  }
}
