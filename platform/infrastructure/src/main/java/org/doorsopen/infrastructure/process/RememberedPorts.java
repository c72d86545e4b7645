package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.IntStream;

/** The ports of the last run, taken again where they are free, so that addresses stay the same. */
public final class RememberedPorts {
  private final Path file;
  private final Properties ports = new Properties();

  private RememberedPorts(Path file) {
    this.file = file;
  }

  public static RememberedPorts in(DataFolder folder) {
    RememberedPorts remembered = new RememberedPorts(folder.resolve("run/ports.properties"));
    remembered.load();
    return remembered;
  }

  /** The last run's port for this name if it is still free, else another; remembered from now. */
  public int take(String name) {
    return take(name, 0);
  }

  /**
   * As {@link #take(String)}, with a port to prefer when there was no last run.
   *
   * @param preferred 0 for none
   */
  public synchronized int take(String name, int preferred) {
    int last = Integer.parseInt(ports.getProperty(name, "0"));
    int port =
        IntStream.of(last, preferred)
            .filter(candidate -> candidate > 0 && Ports.isFree(candidate))
            .findFirst()
            .orElseGet(this::unused);
    ports.setProperty(name, Integer.toString(port));
    save();
    return port;
  }

  private int unused() {
    int port = Ports.free();
    return ports.containsValue(Integer.toString(port)) ? unused() : port;
  }

  private void load() {
    try {
      if (Files.exists(file)) {
        ports.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new StartFailure("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void save() {
    StringWriter text = new StringWriter();
    try {
      ports.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    DataFolder.writePrivately(file, text.toString());
  }
}
