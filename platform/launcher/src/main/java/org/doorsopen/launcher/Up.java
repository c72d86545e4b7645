package org.doorsopen.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.settings.Settings;

/** {@code doors up}: everything runs until the thread is interrupted. */
record Up(Home home, Console console) {

  /**
   * @throws StartFailure if it cannot be started; not if it was told to stop meanwhile
   */
  void run(Settings settings) {
    console.say(
        "Doors Open starts; its data is in " + settings.data().toAbsolutePath().normalize());
    try (Platform platform = Platform.start(settings, home, console, AotCaches.USED)) {
      introduce(platform.facts(), settings);
      awaitInterrupt();
      console.say("Stopping …");
    } catch (StartFailure e) {
      if (!Thread.interrupted()) {
        throw e;
      }
    }
    console.say("Stopped; the data stays in " + settings.data().toAbsolutePath().normalize());
  }

  private void introduce(PlatformFacts facts, Settings settings) {
    console.say("");
    facts.rsvps().forEach(rsvp -> console.fact("RSVP", rsvp + "  (attendees)"));
    console.fact("Schedule", facts.schedule() + "  (organizers)");
    console.fact("Notification", facts.notification() + "  (organizers)");
    console.fact("Organizer", facts.organizer().replaceFirst(":", " / "));
    facts
        .inbox()
        .ifPresentOrElse(
            inbox ->
                console.fact(
                    "Mailbox",
                    "SMTP %s, read at %s  (in memory, holds everybody's mail)"
                        .formatted(facts.smtp(), inbox.address())),
            () -> console.fact("Mail goes to", facts.smtp()));
    console.fact("Kafka", facts.kafka());
    console.fact("Registry", facts.registry().toString());
    console.fact("Logs", settings.data().toAbsolutePath().normalize().resolve("logs").toString());
    console.say("");
    console.say("Doors Open is ready (%s s)".formatted(Console.seconds(sinceOurStart())));
    console.say("Ctrl-C stops it; ./doors demo plays an evening on it.");
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
