package org.doorsopen.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.launcher.demo.Demo;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.settings.Options;
import org.doorsopen.launcher.settings.Settings;

/** The commands of the script {@code doors} that start or use the platform. */
public final class Doors {
  private static final String RSVP_INSTANCES = "--rsvp-instances";
  private static final int MOST_RSVP_INSTANCES = 4;

  private Doors() {}

  public static void main(String[] arguments) {
    Program.run(() -> run(Arrays.asList(arguments)));
  }

  private static int run(List<String> words) {
    String command = words.isEmpty() ? "" : words.getFirst();
    List<String> options = words.stream().skip(1).toList();
    Home home = Home.find();
    Console console = new Console(System.out);
    switch (command) {
      case "up" -> up(options, home, console);
      case "train" -> train(options, home, console);
      case "demo" -> demo(options, home, console);
      case "rebuild" -> {
        return rebuild(options, home, console);
      }
      default -> {
        System.err.println("Unknown command: " + command);
        return 2;
      }
    }
    return 0;
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
}
