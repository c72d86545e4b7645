package org.doorsopen.launcher;

import java.nio.file.Path;
import org.doorsopen.launcher.demo.Demo;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Help;
import org.doorsopen.launcher.program.Limits;
import org.doorsopen.launcher.program.Program;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands of the script {@code doors} that start or use the platform. */
@Command(
    name = "./doors",
    description = "Runs Doors Open on this machine.",
    subcommands = {OrganizerCommands.class, ReaderCommands.class, DeadLetterCommands.class})
public final class Doors {
  private static final int MAX_RSVP_INSTANCES = 4;

  private final Home home = Home.find();
  private final Console console = new Console(System.out);
  @Spec private CommandSpec spec;
  @Mixin private Help help;

  /**
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    Program.run(new Doors(), arguments);
  }

  /** Returns when a signal has ended the platform. */
  @Command(description = "Start everything; Ctrl-C stops it.")
  void up(
      @Option(
              names = "--rsvp-instances",
              paramLabel = "N",
              defaultValue = "1",
              description =
                  "Processes of rsvp-service, 1 to 4, which share the work (default: ${DEFAULT-VALUE}).")
          int rsvpInstances,
      @Option(
              names = "--verbose",
              description = "Print the ports of services and infrastructure as well.")
          boolean verbose,
      @Mixin Help help) {
    new Limits(spec.subcommands().get("up").getCommandSpec())
        .number("--rsvp-instances", rsvpInstances, 1, MAX_RSVP_INSTANCES)
        .check();
    Settings settings = Settings.read(System.getenv(), home.path());
    new Up(home, verbose ? console.verbose() : console)
        .run(settings.withRsvpInstances(rsvpInstances));
  }

  @Command(description = "Start everything once, so that later starts are fast.")
  void train(@Mixin Help help) {
    new Train(home, console).run();
  }

  @Command(description = "Say where the running platform is, with every port.")
  void status(@Mixin Help help) {
    new Introduction(runningPlatform(), data(), console.verbose()).print();
  }

  @Command(description = "Play an evening in Berlin on the running platform.")
  void demo(
      @Option(
              names = "--hurry",
              description =
                  "Do not wait for the mails about changes, which go out when the change window ends.")
          boolean hurry,
      @Mixin Help help) {
    new Demo(runningPlatform(), hurry, console).play();
  }

  @Command(
      description =
          "Read what rsvp-service shows from the topics again, while it goes on answering.")
  void rebuild(
      @Parameters(paramLabel = "SERVICE", description = "rsvp, the only one so far.")
          String service,
      @Mixin Help help) {
    if (!service.equals("rsvp")) {
      throw new ParameterException(
          spec.subcommands().get("rebuild"), "There is one thing to rebuild: ./doors rebuild rsvp");
    }
    new Rebuild(runningPlatform(), console).run();
  }

  private PlatformFacts runningPlatform() {
    return PlatformFacts.ofRunning(data());
  }

  private Path data() {
    return Settings.read(System.getenv(), home.path()).data().toAbsolutePath().normalize();
  }
}
