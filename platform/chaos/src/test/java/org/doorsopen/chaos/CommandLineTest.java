package org.doorsopen.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.doorsopen.launcher.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A wrong command ends with 2 before anything is started, and its message says how to mend it. */
class CommandLineTest {

  @Test
  void readsBothNotations() {
    CommandLine commands = Program.commandLine(new ChaosCommand());

    CommandLine.ParseResult seats =
        commands.parseArgs("seats", "--seed", "-7", "--kills=3").subcommand();

    assertThat(seats.matchedOptionValue("--seed", 0L)).isEqualTo(-7L);
    assertThat(seats.matchedOptionValue("--kills", 0)).isEqualTo(3);
    assertThat(seats.hasMatchedOption("--rate")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "seats --rsvp-instances two, is not an int",
    "seats --rsvp-instances 0, it must be a number from 1 to 4",
    "seats --rsvp-instances 5, it must be a number from 1 to 4",
    "seats --seed 1.5, is not a long",
    "seats --duration 2h, it must be from 10 s to 3600 s",
    "seats --duration soon, is not a duration like 30s",
    "mail --refused 91, it must be a number from 0 to 90",
    "strangers --connections 9, it must be a number from 10 to 7000",
  })
  void namesTheValueThatIsWrong(String given, String told) {
    String message = refused(given.split(" "));

    assertThat(message).contains(given.split(" ")[1], told, "./doors chaos");
  }

  @Test
  void namesEveryValueThatIsOutsideItsLimits() {
    assertThat(refused("seats", "--kills", "101", "--rate", "0"))
        .contains("--kills is '101'", "--rate is '0'");
  }

  @ParameterizedTest
  @CsvSource({
    "seats --kill 3, --kill",
    "seats --seed 1 --seed 2, --seed",
    "seats --kills, --kills",
    "rooms, rooms",
    "'', Missing required subcommand",
  })
  void refusesWhatItDoesNotKnowOrCannotRead(String given, String told) {
    assertThat(refused(given.isEmpty() ? new String[0] : given.split(" "))).contains(told);
  }

  private static String refused(String... words) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      assertThat(Program.commandLine(new ChaosCommand()).execute(words)).isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    return told.toString(StandardCharsets.UTF_8);
  }
}
