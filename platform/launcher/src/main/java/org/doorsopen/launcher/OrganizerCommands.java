package org.doorsopen.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.launcher.organizers.OrganizersFile;
import org.doorsopen.launcher.organizers.TypedPassword;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Help;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code doors organizer …}: changes the file of organizers, which a running platform reads at
 * once.
 */
@Command(name = "organizer", description = "Say by name and password who may log in.")
final class OrganizerCommands implements Runnable {

  private final Home home = Home.find();
  private final Console console = new Console(System.out);
  @Spec private CommandSpec spec;
  @Mixin private Help help;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say one of: add NAME, remove NAME, sign-out NAME, list");
  }

  @Command(description = "Add an organizer, or give one a new password, which ends all sessions.")
  void add(@Parameters(paramLabel = "NAME") String name, @Mixin Help help) {
    OrganizersFile.checkName(name);
    boolean isNew = file().put(name, TypedPassword.of(name));
    console.say(
        isNew
            ? "%s may log in now.".formatted(name)
            : "%s has a new password; all sessions are over.".formatted(name));
  }

  @Command(description = "Remove an organizer, whose sessions end at once.")
  void remove(@Parameters(paramLabel = "NAME") String name, @Mixin Help help) {
    file().remove(name);
    console.say(
        ofSettings(settings()).contains(name)
            ? "%s may log in with the password of DOORS_ORGANIZER alone; all sessions are over."
                .formatted(name)
            : "%s may log in no more; all sessions are over.".formatted(name));
  }

  @Command(name = "sign-out", description = "End all sessions of an organizer.")
  void signOut(@Parameters(paramLabel = "NAME") String name, @Mixin Help help) {
    file().signOut(name);
    console.say("All sessions of %s are over.".formatted(name));
  }

  @Command(description = "List the organizers of the file.")
  void list(@Mixin Help help) {
    List<String> names = file().names();
    if (names.isEmpty()) {
      console.say("Nobody yet but the one whom ./doors up prints: ./doors organizer add NAME");
    }
    names.forEach(console::say);
  }

  private OrganizersFile file() {
    Settings settings = settings();
    Path data = data(settings);
    Path file = settings.organizersIn(data);
    if (file.startsWith(data) && !Files.exists(data.resolve("run/lock"))) {
      // Made as the platform makes it, which would otherwise take the folder for somebody else's.
      DataFolder.open(data).close();
    }
    return new OrganizersFile(file, ofSettings(settings));
  }

  // A running platform may have been started with other settings than those of this terminal.
  private static Set<String> ofSettings(Settings settings) {
    return Stream.concat(
            Stream.of(settings.organizerName()),
            PlatformFacts.readFrom(data(settings)).stream()
                .map(facts -> facts.organizer().replaceFirst(":.*", "")))
        .collect(Collectors.toSet());
  }

  private static Path data(Settings settings) {
    return settings.data().toAbsolutePath().normalize();
  }

  private Settings settings() {
    return Settings.read(System.getenv(), home.path());
  }
}
