package org.doorsopen.launcher;

import java.util.Map;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.demo.DemoFailure;
import org.doorsopen.launcher.demo.Rehearsal;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.TemporaryPlatform;

/**
 * {@code doors train}: a short evening on a platform that is thrown away afterwards; only the AOT
 * caches of its JVMs stay, which make later starts fast.
 */
record Train(Home home, Console console) {

  /**
   * @throws StartFailure or {@link DemoFailure} if the evening could not be played; some JVMs may
   *     have written their caches by then, which do no harm
   */
  void run() {
    new TemporaryPlatform(
            "train",
            Map.of("DOORS_CHANGE_WINDOW", "0s"),
            settings -> settings,
            AotCaches.RECORDED,
            home,
            console)
        .run((platform, data) -> {
          new Rehearsal(platform.facts()).play();
          console.say("Played a short evening; writing the caches …");
          return true;
        });
  }
}
