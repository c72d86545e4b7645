package org.doorsopen.chaos.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.doorsopen.infrastructure.process.PidFiles;
import org.doorsopen.launcher.platform.Console;

/** Kills processes of a platform that keeps them alive, and says so. */
public final class Killer {

  private final PidFiles processes;
  private final Console console;
  private final long begin = System.nanoTime();

  /**
   * @param at by {@link System#nanoTime}
   */
  public record Kill(String victim, long at) {}

  /**
   * @param data the platform's folder, where it notes the ids of its processes
   */
  public Killer(Path data, Console console) {
    this.processes = PidFiles.in(data);
    this.console = console;
  }

  /** Empty if it is dead at this moment; then its next start can be killed. */
  public Optional<Kill> kill(String victim) {
    Optional<ProcessHandle> process = processes.running(victim);
    if (process.isEmpty() || !process.get().destroyForcibly()) {
      return Optional.empty();
    }
    long now = System.nanoTime();
    console.say(
        "  %5s s  kill -9 %s (process %d)"
            .formatted(
                Console.seconds(Duration.ofNanos(now - begin)), victim, process.get().pid()));
    return Optional.of(new Kill(victim, now));
  }
}
