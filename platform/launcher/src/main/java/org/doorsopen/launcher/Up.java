package org.doorsopen.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.settings.Settings;

/** {@code doors up}: everything runs until the thread is interrupted. */
record Up(Home home, Console console) {
  private static final String GONE = "DOORS_NOTIFICATION_URL";

  /**
   * @throws StartFailure if it cannot be started; not if it was told to stop meanwhile
   */
  void run(Settings settings) {
    Path data = settings.data().toAbsolutePath().normalize();
    console.say("Doors Open starts; its data is in " + data);
    if (System.getenv(GONE) != null) {
      console.say(
          "  %s has no effect any more: DOORS_PUBLIC_URL is the one address, and has to lead to the front door"
              .formatted(GONE));
    }
    Preparation preparation = Preparation.asked();
    try (Platform platform = Platform.start(settings, home, console, preparation.aotCaches())) {
      preparation.ready();
      introduce(platform.facts(), data);
      settings
          .publicUrl()
          .filter(Up::isClearTextElsewhere)
          .ifPresent(url ->
              console.say(
                  "WARNING: DOORS_PUBLIC_URL is %s, without TLS: passwords of organizers and links of attendees go over the network in clear text"
                      .formatted(url)));
      settings
          .publicUrl()
          .filter(platform.facts().rsvps()::contains)
          .ifPresent(url ->
              console.say(
                  "DOORS_PUBLIC_URL leads to rsvp-service alone, where nobody can unsubscribe; the front door is at "
                      + platform.facts().frontDoor()));
      awaitInterrupt();
      console.say("Stopping …");
    } catch (StartFailure e) {
      if (!Thread.interrupted()) {
        throw e;
      }
    }
    console.say("Stopped; the data stays in " + data);
  }

  private void introduce(PlatformFacts facts, Path data) {
    new Introduction(facts, data, console).print();
    console.say("");
    console.say("Doors Open is ready (%s s)".formatted(Console.seconds(sinceOurStart())));
    console.say("Ctrl-C stops it; ./doors demo plays an evening on it, ./doors status says more.");
  }

  static boolean isClearTextElsewhere(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    boolean here =
        host.equals("localhost")
            || host.endsWith(".localhost")
            || host.matches("127(\\.\\d{1,3}){3}")
            || host.equals("[::1]");
    return !here && !"https".equalsIgnoreCase(url.getScheme());
  }

  private static Duration sinceOurStart() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }

  // Nothing counts it down: only a signal ends this, by an interrupt.
  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // Told to stop. The flag is clear now, so that closing can wait.
    }
  }
}
