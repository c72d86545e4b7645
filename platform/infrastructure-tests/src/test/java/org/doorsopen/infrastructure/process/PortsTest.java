package org.doorsopen.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  /** So many that chance alone would give some of them twice. */
  private static final int MANY = 500;

  @Test
  void giveNoPortTwiceAlsoNotInTwoProcesses() throws Exception {
    Set<Integer> given = new HashSet<>();
    Process other = choosingToo();
    try (BufferedReader output = other.inputReader()) {
      for (int i = 0; i < MANY; i++) {
        assertThat(given.add(Integer.parseInt(output.readLine()))).isTrue();
      }

      for (int i = 0; i < MANY; i++) {
        assertThat(given.add(Ports.free())).isTrue();
      }
    } finally {
      other.destroyForcibly();
    }
  }

  private static Process choosingToo() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PortsTest.class.getName())
        .redirectErrorStream(true)
        .start();
  }

  /** Lives on with what it has chosen, and has bound nothing of it. */
  public static void main(String[] arguments) throws InterruptedException {
    for (int i = 0; i < MANY; i++) {
      System.out.println(Ports.free());
    }
    Thread.currentThread().join();
  }
}
