package org.doorsopen.infrastructure.start;

import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.containers.ContainerInfrastructure;
import org.doorsopen.infrastructure.embedded.EmbeddedInfrastructure;
import org.doorsopen.infrastructure.process.StartFailure;

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
      case CONTAINERS -> containers(blueprint);
    };
  }

  private static Infrastructure containers(Blueprint blueprint) {
    try {
      return ContainerInfrastructure.start(blueprint);
    } catch (NoClassDefFoundError e) {
      blueprint.data().close();
      throw new StartFailure(
          "DOORS_INFRASTRUCTURE=containers is for tests, which bring Testcontainers along; a"
              + " platform in containers is started by docker compose up",
          e);
    }
  }
}
