package org.doorsopen.launcher.program;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.settings.Durations;
import org.doorsopen.launcher.settings.WrongSettings;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The frame of every program that the script {@code doors} runs. Exit codes: 0 done, 1 could not be
 * done, 2 wrong settings or command, 143 ended by SIGTERM after everything was stopped in order.
 */
public final class Program {
  private static final long MAX_STOP_SECONDS = 120;

  private Program() {}

  /**
   * Runs the command in this thread, which a signal interrupts and then waits for, and exits.
   *
   * @param command annotated for picocli
   */
  public static void run(Object command, String... arguments) {
    CountDownLatch done = new CountDownLatch(1);
    endMainThreadBeforeExit(done);
    int exitCode;
    try {
      exitCode = commandLine(command).execute(arguments);
    } finally {
      // Even if a bug ends this thread: otherwise the exit would wait for it in vain.
      done.countDown();
    }
    System.exit(exitCode);
  }

  /**
   * The command line that {@link #run} executes; tests use it to read a command's options and help.
   */
  public static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .registerConverter(Duration.class, Durations::parse)
        .setParameterExceptionHandler((wrong, arguments) -> explain(wrong))
        .setExecutionExceptionHandler((failure, commandLine, parsed) -> exitCodeOf(failure));
  }

  private static int explain(ParameterException wrong) {
    System.err.println(wrong.getMessage());
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    System.err.println("See " + command + " --help");
    return 2;
  }

  private static int exitCodeOf(Exception failure) throws Exception {
    return switch (failure) {
      case WrongSettings e -> {
        System.err.println(e.getMessage());
        yield 2;
      }
      case StartFailure e -> {
        System.err.println(e.getMessage());
        yield 1;
      }
      case Failure e -> {
        System.err.println(e.getMessage());
        yield 1;
      }
      default -> throw failure;
    };
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
      done.await(MAX_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
