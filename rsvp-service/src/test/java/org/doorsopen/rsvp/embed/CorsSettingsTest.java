package org.doorsopen.rsvp.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorsSettingsTest {

  @Test
  void namesTheSettingThatIsNoOrigin() {
    assertThatThrownBy(() -> new CorsSettings(List.of("https://one.example", "*")))
        .hasMessageContaining("DOORS_CORS_ORIGINS")
        .hasMessageContaining("'*'");
  }

  @Test
  void opensToThoseThatAreNamed() {
    CorsSettings settings = new CorsSettings(List.of("https://one.example/", " "));

    assertThat(new EmbedConfiguration().otherOrigins(settings).origins())
        .containsExactly("https://one.example");
  }
}
