package org.doorsopen.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.doorsopen.infrastructure.process.AotCaches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  @TempDir Path folder;

  @Test
  void preparesNothingUnlessAsked() {
    assertThat(Preparation.asked().aotCaches()).isEqualTo(AotCaches.USED);
  }

  @Test
  void tellsTheScriptThatARunThatPreparesCachesHasBeenReady() {
    Path sign = folder.resolve("prepared");
    Preparation preparation = new Preparation(Optional.of(sign));
    assertThat(preparation.aotCaches()).isEqualTo(AotCaches.PREPARED);
    assertThat(sign).doesNotExist();

    preparation.ready();

    assertThat(sign).exists();
  }
}
