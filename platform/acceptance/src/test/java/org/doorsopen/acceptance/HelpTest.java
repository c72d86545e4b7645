package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.bench.BenchCommand;
import org.doorsopen.chaos.ChaosCommand;
import org.doorsopen.launcher.Doors;
import org.doorsopen.launcher.program.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code ./doors help} prints a text of the script, so that it answers before anything is built.
 * These tests compare the text with the commands as they are declared.
 */
class HelpTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  static Stream<CommandLine> commands() {
    return Stream.of(new Doors(), new ChaosCommand(), new BenchCommand())
        .flatMap(program -> Program.commandLine(program).getSubcommands().values().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void listsTheOptionsThatACommandHas(CommandLine command) throws Exception {
    String section = sectionOf(command);

    Set<String> listed = new TreeSet<>();
    for (Matcher option = OPTION.matcher(section); option.find(); ) {
      listed.add(option.group());
    }
    assertThat(listed)
        .isEqualTo(options(command).map(OptionSpec::longestName).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsTheDefaultsThatACommandHas(CommandLine command) throws Exception {
    String section = sectionOf(command);

    assertThat(options(command).filter(option -> option.arity().max() > 0))
        .filteredOn(option -> option.defaultValue() != null)
        .allSatisfy(option ->
            assertThat(section).contains(option.longestName() + " " + option.defaultValue()));
  }

  private static Stream<OptionSpec> options(CommandLine command) {
    return command.getCommandSpec().options().stream().filter(option -> !option.usageHelp());
  }

  private static String sectionOf(CommandLine command) throws IOException, InterruptedException {
    String name = command.getCommandSpec().qualifiedName();
    List<String> sections =
        List.of(help().split("(?m)^(?=  \\./doors )|\\R\\R(?! )")).stream()
            .filter(section -> section.matches("(?s)  " + Pattern.quote(name) + "\\s.*"))
            .toList();
    assertThat(sections).as("sections of %s", name).hasSize(1);
    return sections.getFirst();
  }

  private static String help() throws IOException, InterruptedException {
    Process script =
        new ProcessBuilder(Path.of("..", "..", "doors").toString(), "help")
            .redirectErrorStream(true)
            .start();
    String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).isZero();
    return text;
  }
}
