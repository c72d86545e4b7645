package org.doorsopen.launcher;

import java.nio.file.Path;
import java.util.List;
import org.doorsopen.access.kafka.Reader;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Help;
import org.doorsopen.launcher.readers.Readers;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doors reader …}: accounts for programs from outside, on the running platform. */
@Command(
    name = "reader",
    description = "Say which programs from outside may listen to what is open.")
final class ReaderCommands implements Runnable {

  private final Home home = Home.find();
  private final Console console = new Console(System.out);
  @Spec private CommandSpec spec;
  @Mixin private Help help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say one of: add NAME, remove NAME, list");
  }

  @Command(description = "Add a reader, or give one a new password; it is shown once.")
  void add(@Parameters(paramLabel = "NAME") String name, @Mixin Help help) {
    Readers.Connection reader = readers().add(named(name));
    console.say(
        "%s may read schedules, seats and rsvps. This is shown once:".formatted(reader.user()));
    console.say("");
    console.fact("KAFKA", reader.kafka());
    console.fact("KAFKA_USER", reader.user());
    console.fact("KAFKA_PASSWORD", reader.password());
    console.fact("REGISTRY", reader.registry());
    reader.registryToken().ifPresent(token -> console.fact("REGISTRY_TOKEN", token));
    console.say("");
    console.say(
        "Log in by SASL_PLAINTEXT and SCRAM-SHA-512, to the registry by the token as bearer.");
    console.say(
        "Consumer groups begin with %s; docs/readers has an example.".formatted(reader.user()));
  }

  @Command(description = "Remove a reader, who can log in no more.")
  void remove(@Parameters(paramLabel = "NAME") String name, @Mixin Help help) {
    console.say(
        readers().remove(named(name))
            ? "%s can log in no more.".formatted(name)
            : "There is no reader %s.".formatted(name));
  }

  @Command(description = "List the readers.")
  void list(@Mixin Help help) {
    List<Reader> readers = readers().list();
    if (readers.isEmpty()) {
      console.say("Nobody yet: ./doors reader add NAME");
    }
    readers.forEach(reader -> console.say(reader.name()));
  }

  private Reader named(String name) {
    try {
      return new Reader(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private Readers readers() {
    Path data = Settings.read(System.getenv(), home.path()).data().toAbsolutePath().normalize();
    return new Readers(PlatformFacts.ofRunning(data), data);
  }
}
