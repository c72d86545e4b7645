package org.doorsopen.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.standalone.bench.BenchCommand;
import org.doorsopen.standalone.bench.BenchFailure;
import org.doorsopen.standalone.chaos.ChaosCommand;
import org.doorsopen.standalone.chaos.ChaosFailure;
import org.doorsopen.standalone.demo.Demo;
import org.doorsopen.standalone.demo.DemoFailure;
import org.doorsopen.standalone.http.HttpFailure;
import org.doorsopen.standalone.platform.Console;
import org.doorsopen.standalone.platform.Home;
import org.doorsopen.standalone.platform.PlatformFacts;
import org.doorsopen.standalone.settings.Options;
import org.doorsopen.standalone.settings.Settings;
import org.doorsopen.standalone.settings.WrongSettings;

/**
 * What the script {@code doors} runs. Exit codes: 0 done, 1 could not be done, 2 wrong settings or
 * command, 143 ended by SIGTERM after everything was stopped in order.
 */
public final class Doors {
  private static final String RSVP_INSTANCES = "--rsvp-instances";
  private static final int MOST_RSVP_INSTANCES = 4;
  private static final long STOPPED_WITHIN_SECONDS = 120;

  private Doors() {}

  public static void main(String[] arguments) {
    CountDownLatch done = new CountDownLatch(1);
    endMainThreadBeforeExit(done);
    int exitCode;
    try {
      exitCode = run(Arrays.asList(arguments));
    } finally {
      // Also where a fault of ours ends this thread: nobody has to wait for it then.
      done.countDown();
    }
    System.exit(exitCode);
  }

  private static int run(List<String> words) {
    String command = words.isEmpty() ? "" : words.getFirst();
    List<String> options = words.stream().skip(1).toList();
    try {
      Home home = Home.find();
      Console console = new Console(System.out);
      switch (command) {
        case "up" -> up(options, home, console);
        case "train" -> train(options, home, console);
        case "demo" -> demo(options, home, console);
        case "rebuild" -> {
          return rebuild(options, home, console);
        }
        case "bench" -> {
          return bench(options, home, console);
        }
        case "chaos" -> {
          return chaos(options, home, console);
        }
        default -> {
          System.err.println("Unknown command: " + command);
          return 2;
        }
      }
      return 0;
    } catch (WrongSettings e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (StartFailure | DemoFailure | ChaosFailure | HttpFailure | BenchFailure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static void up(List<String> words, Home home, Console console) {
    Options options = Options.of(words, RSVP_INSTANCES);
    int rsvpInstances = options.number(RSVP_INSTANCES, 1, MOST_RSVP_INSTANCES).orElse(1);
    options.check();
    Settings settings = Settings.read(System.getenv(), home.path());
    new Up(home, console).run(settings.withRsvpInstances(rsvpInstances));
  }

  private static void train(List<String> words, Home home, Console console) {
    Options.of(words);
    new Train(home, console).run();
  }

  private static int bench(List<String> words, Home home, Console console) {
    Optional<BenchCommand> command = BenchCommand.of(words, home);
    if (command.isEmpty()) {
      System.err.println(
          "There are three kinds of bench: ./doors bench seats, ./doors bench http and ./doors bench mail");
      return 2;
    }
    command.get().run(home, console);
    return 0;
  }

  private static int chaos(List<String> words, Home home, Console console) {
    Optional<ChaosCommand> command = ChaosCommand.of(words);
    if (command.isEmpty()) {
      System.err.println(
          "There are two kinds of chaos: ./doors chaos seats and ./doors chaos mail");
      return 2;
    }
    return command.get().run(home, console) ? 0 : 1;
  }

  private static int rebuild(List<String> words, Home home, Console console) {
    if (!words.equals(List.of("rsvp"))) {
      System.err.println("There is one thing to rebuild: ./doors rebuild rsvp");
      return 2;
    }
    new Rebuild(runningPlatform(home), console).run();
    return 0;
  }

  private static void demo(List<String> words, Home home, Console console) {
    Options.of(words);
    new Demo(runningPlatform(home), console).play();
  }

  private static PlatformFacts runningPlatform(Home home) {
    Path data = Settings.read(System.getenv(), home.path()).data().toAbsolutePath().normalize();
    return PlatformFacts.readFrom(data)
        .orElseThrow(() ->
            new StartFailure(
                "No platform runs on %s; start one first, in another terminal: ./doors up"
                    .formatted(data)));
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
