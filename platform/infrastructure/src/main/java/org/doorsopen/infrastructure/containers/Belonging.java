package org.doorsopen.infrastructure.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorsopen.infrastructure.process.DataFolder;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * The objects of the engine that belong to a data folder: volumes that hold its data, because files
 * of other users cannot be in the folder itself, and the containers of the current run.
 *
 * @param restarted whether the engine restarts containers that die
 */
record Belonging(String folder, String id, boolean restarted) {
  private static final String LABEL = "org.doorsopen.data";

  /**
   * Ends the containers that an earlier, killed run has left behind; only the process that holds
   * the folder open may do so. Volumes of temporary folders that are gone go, too.
   */
  static Belonging to(DataFolder data, boolean restarted) {
    String folder = data.resolve("").toString();
    DockerClient engine = DockerClientFactory.instance().client();
    engine
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(Map.of(LABEL, folder))
        .exec()
        .forEach(left ->
            engine.removeContainerCmd(left.getId()).withForce(true).withRemoveVolumes(true).exec());
    volumes(engine).stream()
        .filter(Belonging::isOfAFolderThatIsGone)
        .forEach(volume -> removeUnlessInUse(engine, volume));
    return new Belonging(folder, data.secret("volumes"), restarted);
  }

  /** A container of the part's image; the files under the path are kept. */
  GenericContainer<?> container(String part, String path) {
    String volume = "doors-open-%s-%s".formatted(id, part);
    DockerClientFactory.instance()
        .client()
        .createVolumeCmd()
        .withName(volume)
        .withLabels(Map.of(LABEL, folder))
        .exec();
    // Testcontainers' own way to bind would first start one more image to find out whether folders
    // of this machine can be mounted.
    return container(part)
        .withCreateContainerCmdModifier(
            command -> host(command).withBinds(new Bind(volume, new Volume(path))));
  }

  /** A container of the part's image that keeps nothing. */
  GenericContainer<?> container(String part) {
    return new GenericContainer<>(Images.named(part))
        .withLabel(LABEL, folder)
        .withCreateContainerCmdModifier(command -> {
          if (restarted) {
            host(command).withRestartPolicy(RestartPolicy.alwaysRestart());
          }
        });
  }

  private static HostConfig host(CreateContainerCmd command) {
    return Objects.requireNonNull(command.getHostConfig());
  }

  private static List<InspectVolumeResponse> volumes(DockerClient engine) {
    return engine.listVolumesCmd().withFilter("label", List.of(LABEL)).exec().getVolumes();
  }

  // By containers of a run that was killed a moment ago, say: the next run removes it.
  private static void removeUnlessInUse(DockerClient engine, InspectVolumeResponse volume) {
    try {
      engine.removeVolumeCmd(volume.getName()).exec();
    } catch (ConflictException | NotFoundException e) {
      // Not ours to wait for.
    }
  }

  private static boolean isOfAFolderThatIsGone(InspectVolumeResponse volume) {
    Path of = Path.of(volume.getLabels().get(LABEL));
    return of.startsWith(System.getProperty("java.io.tmpdir")) && !Files.exists(of);
  }
}
