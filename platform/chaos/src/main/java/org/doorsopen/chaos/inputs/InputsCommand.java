package org.doorsopen.chaos.inputs;

import java.nio.file.Path;
import org.doorsopen.chaos.experiment.ExperimentCommand;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Limits;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code doors chaos inputs} */
@Command(
    name = "inputs",
    description =
        "Sends every route of a platform of its own, and every form of its pages, inputs that are"
            + " made from a seed: right ones,"
            + " nearly right ones and wrong ones; audits the answers.")
public final class InputsCommand extends ExperimentCommand {

  @Option(
      names = "--inputs",
      paramLabel = "N",
      defaultValue = "10000",
      description = "1 to 1000000 (default: ${DEFAULT-VALUE}).")
  private int inputs;

  @Override
  protected void check(CommandSpec command) {
    new Limits(command).number("--inputs", inputs, 1, 1_000_000).check();
  }

  @Override
  protected Settings adjusted(Settings settings) {
    return settings;
  }

  @Override
  protected boolean run(PlatformFacts facts, Path data, Console console) {
    console.say("%,d inputs from seed %d".formatted(inputs, seed()));
    Verdict verdict = new InputsExperiment(facts, seed(), inputs).run();
    verdict.tell(console);
    return verdict.held();
  }
}
