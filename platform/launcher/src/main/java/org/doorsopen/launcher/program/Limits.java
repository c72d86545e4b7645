package org.doorsopen.launcher.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Checks the values of a command's options against their limits, and names all that are outside.
 */
public final class Limits {
  private final CommandSpec command;
  private final List<String> faults = new ArrayList<>();

  public Limits(CommandSpec command) {
    this.command = command;
  }

  /**
   * @param option with its dashes
   */
  public Limits number(String option, int value, int min, int max) {
    if (value < min || value > max) {
      faults.add(
          "%s is '%d'; it must be a number from %d to %d".formatted(option, value, min, max));
    }
    return this;
  }

  /** As {@link #number}, for a duration. */
  public Limits duration(String option, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      faults.add(
          "%s is '%s'; it must be from %d s to %d s"
              .formatted(option, value, min.toSeconds(), max.toSeconds()));
    }
    return this;
  }

  /**
   * @throws ParameterException naming every value that is outside its limits
   */
  public void check() {
    if (!faults.isEmpty()) {
      throw new ParameterException(command.commandLine(), String.join("\n", faults));
    }
  }
}
