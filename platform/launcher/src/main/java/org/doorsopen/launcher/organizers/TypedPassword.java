package org.doorsopen.launcher.organizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A password from the terminal, or from the first line of the input where that is no terminal. */
public final class TypedPassword {

  private static final int MAX_BYTES = 1_000;

  private TypedPassword() {}

  /**
   * Asks twice at a terminal, and shows nothing of what is typed.
   *
   * @throws OrganizersFailure if the two differ, or nothing comes
   */
  public static String of(String name) {
    Console terminal = System.console();
    if (terminal == null || !terminal.isTerminal()) {
      return firstLineOf(System.in);
    }
    char[] typed = terminal.readPassword("Password for %s: ", name);
    char[] again = terminal.readPassword("The same once more: ");
    if (typed == null || !Arrays.equals(typed, again)) {
      throw new OrganizersFailure("The two are not the same; nothing was changed");
    }
    return new String(typed);
  }

  static String firstLineOf(InputStream in) {
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
        line.write(read);
        if (line.size() > MAX_BYTES) {
          break;
        }
      }
      return line.toString(UTF_8).replaceFirst("\r$", "");
    } catch (IOException e) {
      throw new OrganizersFailure("The password cannot be read: " + e.getMessage());
    }
  }
}
