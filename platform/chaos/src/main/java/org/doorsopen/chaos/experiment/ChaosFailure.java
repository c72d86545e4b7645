package org.doorsopen.chaos.experiment;

import org.doorsopen.launcher.program.Failure;

/** The experiment could not be carried out, which says nothing about the promises. */
public final class ChaosFailure extends Failure {

  public ChaosFailure(String message) {
    super(message);
  }
}
