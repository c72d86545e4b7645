package org.doorsopen.infrastructure.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to start a child.
 *
 * @param name used in messages, and for its log and pid file
 * @param environment all that it gets beside a home, a path and a language
 */
public record Launch(
    String name, List<String> command, Map<String, String> environment, Path directory) {

  // The variables that programs need to find themselves at home.
  private static final Set<String> INHERITED =
      Set.of(
          "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TERM");

  /**
   * A child in the JDK that runs us: JVM options, then all other arguments. Before them goes the
   * option that the system property {@code doors.jvm-option} has for every child. The environment
   * could say it, but is not inherited.
   */
  public static Launch java(String name, List<String> options, Path directory) {
    List<String> command = new ArrayList<>();
    command.add(javaExecutable().toString());
    Optional.ofNullable(System.getProperty("doors.jvm-option")).ifPresent(command::add);
    command.addAll(options);
    return new Launch(name, List.copyOf(command), Map.of(), directory);
  }

  /** A child in a JVM, with these options before its others. */
  public Launch withOptions(String... options) {
    List<String> all = new ArrayList<>(command);
    all.addAll(1, List.of(options));
    return new Launch(name, List.copyOf(all), environment, directory);
  }

  public Launch with(Map<String, String> variables) {
    return new Launch(name, command, variables, directory);
  }

  /**
   * Makes our own environment the child's: a shell holds passwords that are none of the child's
   * business.
   */
  void reduce(Map<String, String> inherited) {
    inherited.keySet().removeIf(name -> !INHERITED.contains(name) && !name.startsWith("LC_"));
    inherited.putAll(environment);
  }

  private static Path javaExecutable() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new StartFailure(
          "There is no %s to start children with; install a JDK 25 and set JAVA_HOME"
              .formatted(java));
    }
    return java;
  }
}
