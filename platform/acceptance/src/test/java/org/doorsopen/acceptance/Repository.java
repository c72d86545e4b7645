package org.doorsopen.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of the repository, and the words of everything that is not a page. */
final class Repository {

  private static final Set<String> LEFT_OUT = Set.of("target", "data", ".git", ".idea", "golden");
  private static final Set<String> TEXTS =
      Set.of("java", "avsc", "xml", "yml", "properties", "sql", "html", "txt", "css", "lua");
  private static final Set<String> SCRIPTS = Set.of(".ci", "containers");
  private static final String EVENTS = "schemas/src/main/avro/";
  private static final Pattern CONSTANT = Pattern.compile("(?m)^  ([A-Z][A-Z_]+)[(,;]");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Path home;
  private final List<Page> pages = new ArrayList<>();
  private final Map<String, List<Path>> classes = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final StringBuilder texts = new StringBuilder();
  private final StringBuilder settings = new StringBuilder();

  /**
   * @param home the folder with the README
   */
  Repository(Path home) {
    this.home = home.toAbsolutePath().normalize();
    try {
      Files.walkFileTree(this.home, new Reader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Page> pages() {
    return pages;
  }

  /** Whether a file of the program, its tests or its scripts has this word. */
  boolean hasWord(String word) {
    return words.contains(word);
  }

  /** Whether one of them contains exactly this text. */
  boolean hasText(String text) {
    return texts.indexOf(text) >= 0;
  }

  boolean hasClass(String simpleName) {
    return classes.containsKey(simpleName);
  }

  /** Whether the file of a class has this word; of several classes with that name, one of them. */
  boolean hasWordInClass(String simpleName, String word) {
    return classes.get(simpleName).stream().anyMatch(file -> wordsOf(read(file)).contains(word));
  }

  /** The names of the events that are written to Kafka. */
  Set<String> events() {
    return classes.entrySet().stream()
        .filter(
            named -> named.getValue().stream().anyMatch(file -> slashes(file).startsWith(EVENTS)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The constants of an enum of ours that has one on each line. */
  Set<String> constantsOf(String simpleName) {
    return CONSTANT
        .matcher(read(classes.get(simpleName).getFirst()))
        .results()
        .map(constant -> constant.group(1))
        .collect(Collectors.toSet());
  }

  boolean exists(String path) {
    return Files.exists(home.resolve(path));
  }

  /** The path of a link from a page, or null where it leaves the repository. */
  @Nullable String resolve(Page from, String target) {
    Path folder = home.resolve(from.name()).getParent();
    Path path = folder.resolve(target).normalize();
    return path.startsWith(home) ? slashes(path) : null;
  }

  /** The script that {@code ./doors} is. */
  String doors() {
    return read(home.resolve("doors"));
  }

  /** The names of the settings that {@code ./doors help} and docker-compose.yml offer. */
  Set<String> offeredSettings() {
    return wordsOf(settings.toString()).stream()
        .filter(word -> word.matches("DOORS_[A-Z0-9_]*[A-Z0-9]"))
        .collect(Collectors.toSet());
  }

  private String slashes(Path path) {
    return home.relativize(path).toString().replace('\\', '/');
  }

  private static Set<String> wordsOf(String text) {
    return WORD.matcher(text).results().map(word -> word.group()).collect(Collectors.toSet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Reader extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return LEFT_OUT.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      String ending = name.substring(name.lastIndexOf('.') + 1);
      String path = slashes(file);
      if (ending.equals("md")) {
        pages.add(new Page(path, read(file)));
      } else if (TEXTS.contains(ending) || isScript(path)) {
        // The names that this test makes up are not there.
        if (!name.equals(DocumentsTest.class.getSimpleName() + ".java")) {
          String text = read(file);
          texts.append(text).append('\n');
          words.addAll(wordsOf(text));
        }
        if (ending.equals("java") || ending.equals("avsc")) {
          String simpleName = name.substring(0, name.lastIndexOf('.'));
          classes.computeIfAbsent(simpleName, absent -> new ArrayList<>()).add(file);
        }
        if (path.equals("doors") || path.equals("docker-compose.yml")) {
          settings.append(read(file));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isScript(String path) {
      return path.equals("doors") || path.equals(".env") || SCRIPTS.contains(path.split("/")[0]);
    }
  }
}
