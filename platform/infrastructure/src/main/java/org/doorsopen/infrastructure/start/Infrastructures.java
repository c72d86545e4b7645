package org.doorsopen.infrastructure.start;

import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.containers.ContainerInfrastructure;
import org.doorsopen.infrastructure.embedded.EmbeddedInfrastructure;

/** Starts infrastructures of every kind. */
public final class Infrastructures {

  private Infrastructures() {}

  /**
   * Returns when every part answers.
   *
   * @throws org.doorsopen.infrastructure.process.StartFailure naming the part, the reason and the
   *     last lines of its log; nothing is left running then
   */
  public static Infrastructure start(Blueprint blueprint) {
    return switch (blueprint.maker()) {
      case EMBEDDED -> EmbeddedInfrastructure.start(blueprint);
      case CONTAINERS -> ContainerInfrastructure.start(blueprint);
    };
  }
}
