package org.doorsopen.launcher.program;

import picocli.CommandLine.Option;

/** The option {@code --help}, which every command has. */
public final class Help {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean requested;
}
