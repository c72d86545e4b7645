package org.doorsopen.infrastructure.process;

import java.io.IOException;

/** Signals that Java itself cannot send. */
final class Signals {
  private Signals() {}

  // A shell has "kill" built in; the program of that name is missing from slim images.
  static void send(String signal, Process process) {
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      process.destroy();
    }
  }
}
