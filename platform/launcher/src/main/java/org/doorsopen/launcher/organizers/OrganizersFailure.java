package org.doorsopen.launcher.organizers;

import org.doorsopen.launcher.program.Failure;

/** The organizers stay as they were, and the message says why. */
public final class OrganizersFailure extends Failure {

  OrganizersFailure(String message) {
    super(message, null);
  }
}
