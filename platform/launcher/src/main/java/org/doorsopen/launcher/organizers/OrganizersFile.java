package org.doorsopen.launcher.organizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.identity.SecretStrength;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A line {@code name:{bcrypt}…:number} for each organizer; the number counts how often their
 * sessions were ended. A line {@code name::number} is only that number, for an organizer whose
 * password is a setting. Other lines are kept as they are. Changes are made one after the other,
 * also by several processes, and each replaces the file in one step.
 */
public final class OrganizersFile {

  // As much as bcrypt looks at; more would be left out silently.
  static final int MAX_PASSWORD_BYTES = 72;

  private static final int COST = 10;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern LINE =
      Pattern.compile("([^:#]+):(?!\\s*$)([^:]*)(?::(\\d{1,9}))?\\s*");

  private final Path file;
  private final SharedFile shared;
  private final Set<String> ofSettings;

  /**
   * @param ofSettings names of organizers who may log in without a password in the file
   */
  public OrganizersFile(Path file, Set<String> ofSettings) {
    this.file = file;
    this.shared = new SharedFile(file);
    this.ofSettings = Set.copyOf(ofSettings);
  }

  /** Of those whose password is in the file, in its order. */
  public List<String> names() {
    return lines().stream()
        .filter(OrganizersFile::hasPassword)
        .flatMap(line -> nameIn(line).stream())
        .toList();
  }

  /**
   * Gives the organizer this password, which ends their sessions if there were any.
   *
   * @return whether the organizer is new
   * @throws OrganizersFailure if the name or the password will not do
   */
  public boolean put(String name, String password) {
    checkName(name);
    checkPassword(name, password);
    String hash = "{bcrypt}" + new BCryptPasswordEncoder(COST).encode(password);
    return shared.alone(() -> {
      List<String> lines = new ArrayList<>(lines());
      int index = indexOf(name, lines);
      boolean isNew = index < 0 || !hasPassword(lines.get(index));
      if (index < 0) {
        lines.add(line(name, hash, 0));
      } else {
        lines.set(index, line(name, hash, signOuts(lines.get(index))));
      }
      write(lines);
      return isNew;
    });
  }

  /**
   * Takes the password from the file, and ends all sessions. The name of a setting counts again
   * with the password there, and the sessions that it had before stay ended.
   *
   * @throws OrganizersFailure if there is no password of that name
   */
  public void remove(String name) {
    shared.alone(() -> {
      List<String> lines = new ArrayList<>(lines());
      int index = indexOf(name, lines);
      if (index < 0 || !hasPassword(lines.get(index))) {
        throw isNobody(name);
      }
      if (ofSettings.contains(name)) {
        lines.set(index, line(name, "", signOuts(lines.get(index)) + 1));
      } else {
        lines.remove(index);
      }
      write(lines);
      return null;
    });
  }

  /**
   * Ends all sessions of the organizer, who may log in again.
   *
   * @throws OrganizersFailure if there is nobody of that name
   */
  public void signOut(String name) {
    shared.alone(() -> {
      List<String> lines = new ArrayList<>(lines());
      int index = indexOf(name, lines);
      if (index >= 0) {
        String line = lines.get(index);
        lines.set(index, line(name, hash(line), signOuts(line) + 1));
      } else if (ofSettings.contains(name)) {
        lines.add(lineFor(name));
      } else {
        throw isNobody(name);
      }
      write(lines);
      return null;
    });
  }

  /**
   * @throws OrganizersFailure if it will not do
   */
  public static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new OrganizersFailure(
          "'%s' is no name for an organizer: letters without accents, digits, dots, hyphens and underscores, 40 at most, and a letter or digit first"
              .formatted(name.replaceAll("\\p{Cntrl}", "?")));
    }
  }

  private static void checkPassword(String name, String password) {
    if (SecretStrength.isShort(password)) {
      throw new OrganizersFailure(
          "The password needs at least %d characters; some words in a row will do"
              .formatted(SecretStrength.MIN_PASSWORD));
    }
    if (password.getBytes(UTF_8).length > MAX_PASSWORD_BYTES) {
      throw new OrganizersFailure(
          "The password has more than %d bytes, and the rest would not count"
              .formatted(MAX_PASSWORD_BYTES));
    }
    if (password.codePoints().anyMatch(Character::isISOControl)) {
      throw new OrganizersFailure("The password holds a character that cannot be typed in a form");
    }
    if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))
        && password.length() < name.length() + SecretStrength.MIN_PASSWORD / 2) {
      throw new OrganizersFailure("The password is little more than the name");
    }
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new OrganizersFailure("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  private void write(List<String> lines) {
    shared.replace(String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
  }

  private static OrganizersFailure isNobody(String name) {
    return new OrganizersFailure("There is no organizer '%s' in the file".formatted(name));
  }

  // A setting may have a name that add would refuse, and that cannot be told from the rest of a
  // line.
  private static String lineFor(String name) {
    String line = line(name, "", 1);
    if (nameIn(line).filter(name::equals).isEmpty()) {
      throw new OrganizersFailure(
          "The file cannot hold the name '%s'; start the platform with another DOORS_ORGANIZER"
              .formatted(name.replaceAll("\\p{Cntrl}", "?")));
    }
    return line;
  }

  private static int indexOf(String name, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (nameIn(lines.get(i)).filter(name::equals).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> nameIn(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches() ? Optional.of(parts.group(1).strip()) : Optional.empty();
  }

  private static boolean hasPassword(String line) {
    return !hash(line).isEmpty();
  }

  private static String hash(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches() ? parts.group(2) : "";
  }

  private static int signOuts(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches() && parts.group(3) != null ? Integer.parseInt(parts.group(3)) : 0;
  }

  private static String line(String name, String hash, int signOuts) {
    return name + ":" + hash + (signOuts == 0 ? "" : ":" + signOuts);
  }
}
