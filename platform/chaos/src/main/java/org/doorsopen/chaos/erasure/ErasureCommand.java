package org.doorsopen.chaos.erasure;

import java.nio.file.Path;
import org.doorsopen.chaos.experiment.ExperimentCommand;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Limits;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code doors chaos erasure} */
@Command(
    name = "erasure",
    description =
        "Give people seats and mails on a platform of its own, erase them all, have Kafka compact "
            + "and PostgreSQL write its files anew, search every file for their names and addresses.")
public final class ErasureCommand extends ExperimentCommand {

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "1000",
      description = "1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int people;

  @Override
  protected void check(CommandSpec command) {
    new Limits(command).number("--people", people, 1, 100_000).check();
  }

  @Override
  protected Settings adjusted(Settings settings) {
    return settings;
  }

  @Override
  protected boolean run(PlatformFacts facts, Path data, Console console) {
    Verdict verdict = new ErasureExperiment(facts, data, new Plan(people, seed()), console).run();
    verdict.tell(console);
    return verdict.held();
  }
}
