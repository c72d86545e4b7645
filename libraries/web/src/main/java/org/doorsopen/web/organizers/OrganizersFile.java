package org.doorsopen.web.organizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with a line {@code name:{bcrypt}…} for each organizer, and perhaps {@code :number} after
 * it, which counts how often all sessions were ended. A line {@code name::number} has that number
 * alone, for the name of a setting. The file is looked at whenever somebody is looked for, and read
 * again when it has changed. A wrong line is logged and nobody's; the others count.
 */
final class OrganizersFile {

  private static final Logger log = LoggerFactory.getLogger(OrganizersFile.class);

  // A check of cost 12 takes a quarter of a second; every further step doubles that.
  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9._-]{0,39})"
              + ":(\\{bcrypt}\\$2[aby]\\$(?:08|09|10|11|12)\\$[./A-Za-z0-9]{53})"
              + "(?::(\\d{1,9}))?");
  private static final Pattern SIGN_OUTS = Pattern.compile("([^:#][^:]*)::(\\d{1,9})");

  private final Path file;
  private volatile Contents contents = Contents.NONE;
  private volatile boolean isReadable = true;

  OrganizersFile(Path file) {
    this.file = file;
  }

  Optional<Organizer> find(String name) {
    return Optional.ofNullable(current().organizers().get(name));
  }

  /** How often all sessions of a name were ended that has no password here. */
  int signOutsOf(String name) {
    return current().signOuts().getOrDefault(name, 0);
  }

  private Contents current() {
    Contents known = contents;
    try {
      Version version = Version.of(file);
      if (!version.equals(known.version())) {
        known = contents(version, Files.readAllLines(file, UTF_8));
        log.info("{} organizers are in {}", known.organizers().size(), file);
        contents = known;
      }
      isReadable = true;
    } catch (NoSuchFileException e) {
      // Nobody has been added yet, or everybody was removed.
      known = Contents.NONE;
      contents = known;
    } catch (IOException e) {
      // Once, and not with every request.
      if (isReadable) {
        log.error("The organizers are as they were, as {} cannot be read: {}", file, e.toString());
        isReadable = false;
      }
    }
    return known;
  }

  private Contents contents(Version version, List<String> lines) {
    Map<String, Organizer> organizers = new HashMap<>();
    Map<String, Integer> signOuts = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher parts = LINE.matcher(line);
      Matcher count = SIGN_OUTS.matcher(line);
      if (parts.matches()) {
        int counted = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        organizers.put(parts.group(1), new Organizer(parts.group(1), parts.group(2), counted));
      } else if (count.matches()) {
        signOuts.put(count.group(1), Integer.parseInt(count.group(2)));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        log.error(
            "Line {} of {} is no organizer: it must be name:{bcrypt}…, of cost 8 to 12",
            i + 1,
            file);
      }
    }
    return new Contents(version, Map.copyOf(organizers), Map.copyOf(signOuts));
  }

  /** Differs between two states of a file, also when it is replaced within its clock's tick. */
  private record Version(FileTime modified, long size, @Nullable Object key) {

    static Version of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }

  private record Contents(
      @Nullable Version version, Map<String, Organizer> organizers, Map<String, Integer> signOuts) {

    static final Contents NONE = new Contents(null, Map.of(), Map.of());
  }
}
