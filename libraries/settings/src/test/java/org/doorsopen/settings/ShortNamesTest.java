package org.doorsopen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class ShortNamesTest {

  @Configuration
  @Import(SettingsAutoConfiguration.class)
  static class AService {}

  @Test
  void leavesTheDefaultToTheRecordWhereNoVariableIsSet() {
    assertThat(urls()).hasToString(new PublicUrls(uri("8081"), uri("8083")).toString());
  }

  @Test
  void setsAPropertyByItsVariable() {
    assertThat(urls("--DOORS_PUBLIC_URL=https://meetups.example.org/").rsvp())
        .hasToString("https://meetups.example.org");
  }

  @Test
  void prefersAPropertyThatIsSetByItsOwnName() {
    assertThat(
            urls(
                    "--DOORS_PUBLIC_URL=https://short.example.org",
                    "--doors.urls.rsvp=https://long.example.org")
                .host())
        .isEqualTo("long.example.org");
  }

  @Test
  void readsAVariableFromAFileOfAMountedFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("DOORS_PUBLIC_URL"), "https://mounted.example.org");

    assertThat(urls("--spring.config.import=configtree:" + folder + "/").host())
        .isEqualTo("mounted.example.org");
  }

  @Test
  void seesAVariableThatIsSetLater() {
    try (ConfigurableApplicationContext context = start()) {
      ConfigurableEnvironment environment = context.getEnvironment();
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("test", Map.of("DOORS_CHANGE_WINDOW", "3m")));

      assertThat(
              Binder.get(environment).bind("doors.announcements.change-window", String.class).get())
          .isEqualTo("3m");
    }
  }

  @Test
  void namesTheVariableOfAWrongAddressAndShowsARightOne() {
    assertThatThrownBy(() -> urls("--DOORS_PUBLIC_URL=meetups"))
        .rootCause()
        .hasMessage(
            "doors.urls.rsvp (DOORS_PUBLIC_URL) must be an address like"
                + " https://meetups.example.org, and is 'meetups'");
  }

  private static URI uri(String port) {
    return URI.create("http://localhost:" + port);
  }

  private static PublicUrls urls(String... arguments) {
    try (ConfigurableApplicationContext context = start(arguments)) {
      return context.getBean(PublicUrls.class);
    }
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    SpringApplication service = new SpringApplication(AService.class);
    service.setWebApplicationType(WebApplicationType.NONE);
    return service.run(arguments);
  }
}
