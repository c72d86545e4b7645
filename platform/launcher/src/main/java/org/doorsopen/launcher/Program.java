package org.doorsopen.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.launcher.demo.DemoFailure;
import org.doorsopen.launcher.http.HttpFailure;
import org.doorsopen.launcher.settings.WrongSettings;

/**
 * The frame of every program that the script {@code doors} runs. Exit codes: 0 done, 1 could not be
 * done, 2 wrong settings or command, 143 ended by SIGTERM after everything was stopped in order.
 */
public final class Program {
  private static final long STOPPED_WITHIN_SECONDS = 120;

  private Program() {}

  /**
   * Runs the command in this thread, which a signal interrupts and then waits for, and exits.
   *
   * @param command returns the exit code
   */
  public static void run(IntSupplier command) {
    CountDownLatch done = new CountDownLatch(1);
    endMainThreadBeforeExit(done);
    int exitCode;
    try {
      exitCode = exitCodeOf(command);
    } finally {
      // Also if a bug ends this thread: otherwise the exit would wait for it in vain.
      done.countDown();
    }
    System.exit(exitCode);
  }

  private static int exitCodeOf(IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (WrongSettings e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (StartFailure | DemoFailure | HttpFailure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  // The main thread starts and stops everything. A signal only interrupts it, and waits for it.
  private static void endMainThreadBeforeExit(CountDownLatch done) {
    Thread main = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              if (done.getCount() > 0) {
                main.interrupt();
                awaitQuietly(done);
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void awaitQuietly(CountDownLatch done) {
    try {
      done.await(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
