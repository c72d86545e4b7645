package org.doorsopen.chaos;

import org.doorsopen.chaos.erasure.ErasureCommand;
import org.doorsopen.chaos.inputs.InputsCommand;
import org.doorsopen.chaos.mail.MailCommand;
import org.doorsopen.chaos.seats.PoisonCommand;
import org.doorsopen.chaos.seats.SeatsCommand;
import org.doorsopen.chaos.strangers.StrangersCommand;
import org.doorsopen.launcher.program.Help;
import org.doorsopen.launcher.program.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doors chaos}: the kinds of chaos are its subcommands. */
@Command(
    name = "./doors chaos",
    description = "Kills parts of a platform of its own, and audits what is left.",
    subcommands = {
      SeatsCommand.class,
      MailCommand.class,
      PoisonCommand.class,
      StrangersCommand.class,
      ErasureCommand.class,
      InputsCommand.class
    })
public final class ChaosCommand {

  @Mixin private Help help;

  /**
   * @param arguments the kind of chaos and its options
   */
  public static void main(String[] arguments) {
    Program.run(new ChaosCommand(), arguments);
  }
}
