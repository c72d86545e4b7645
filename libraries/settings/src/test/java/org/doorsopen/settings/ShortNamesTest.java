package org.doorsopen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
    assertThat(publicUrl().url()).hasToString("http://localhost:8080");
  }

  @Test
  void setsAPropertyByItsVariable() {
    assertThat(publicUrl("--DOORS_PUBLIC_URL=https://meetups.example.org/").url())
        .hasToString("https://meetups.example.org");
  }

  @Test
  void takesTheDomainForTheAddressWhereNoOtherIsNamed() {
    assertThat(publicUrl("--DOORS_DOMAIN=meetup.example.org").url())
        .hasToString("https://meetup.example.org");
    assertThat(
            publicUrl(
                    "--DOORS_DOMAIN=meetup.example.org", "--DOORS_PUBLIC_URL=https://other.example")
                .host())
        .isEqualTo("other.example");
    assertThat(publicUrl("--DOORS_DOMAIN=").host()).isEqualTo("localhost");
  }

  @Test
  void prefersAPropertyThatIsSetByItsOwnName() {
    assertThat(
            publicUrl(
                    "--DOORS_PUBLIC_URL=https://short.example.org",
                    "--doors.public.url=https://long.example.org")
                .host())
        .isEqualTo("long.example.org");
  }

  @Test
  void readsAVariableFromAFileOfAMountedFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("DOORS_PUBLIC_URL"), "https://mounted.example.org");

    assertThat(publicUrl("--spring.config.import=configtree:" + folder + "/").host())
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
    assertThatThrownBy(() -> publicUrl("--DOORS_PUBLIC_URL=meetups"))
        .rootCause()
        .hasMessage(
            "doors.public.url (DOORS_PUBLIC_URL) must be an address like"
                + " https://meetups.example.org, and is 'meetups'");
  }

  private static PublicUrl publicUrl(String... arguments) {
    try (ConfigurableApplicationContext context = start(arguments)) {
      return context.getBean(PublicUrl.class);
    }
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    SpringApplication service = new SpringApplication(AService.class);
    service.setWebApplicationType(WebApplicationType.NONE);
    return service.run(arguments);
  }
}
