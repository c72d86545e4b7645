package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the templates of all modules to words from files, in every language, and to a policy
 * without script and style inside a page.
 */
class TemplatesTest {

  private static final Path HOME = Path.of("..", "..");
  private static final String RESOURCES = "src/main/resources";
  private static final String LIBRARY = "libraries/pages";

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern QUOTED_LETTER = Pattern.compile("'[^']*\\p{L}[^']*'");
  private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)");
  private static final Pattern SAID =
      Pattern.compile(
          "(?:\\bsay(?:Or)?\\(\\s*|\\bform\\.field\\([^,]+, \"[\\w-]+\", )\"([\\w.-]*\\w)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");

  /** The text under a heading, and how to mend what was typed into a field. */
  private static final Pattern FOLLOWING = Pattern.compile("\\.(text|wrong)$");

  private static final Set<String> VISIBLE =
      Set.of("title", "alt", "placeholder", "aria-label", "aria-description", "label");

  @Test
  void haveNoWordsAndNothingThatThePolicyForbids() {
    assertThat(templates().stream().flatMap(file -> faults(file, read(file)).stream())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>Hello</p>                              | text
          <p th:text="#{a}">Hello</p>               | text
          <p th:text="'Hello'"></p>                 | th:text
          <p title="Hello"></p>                     | title
          <input type="submit" value="Send">        | value
          <p th:utext="${html}"></p>                | th:utext
          <p style="color: red"></p>                | style
          <style>p { color: red }</style>           | inside the page
          <script>alert(1)</script>                 | script
          <script src="x.js">alert(1)</script>      | script
          <p onclick="alert(1)"></p>                | onclick
          <p hx-on:click="alert(1)"></p>            | hx-on
          <p>[[${name}]]</p>                        | inline
          <a href="javascript:alert(1)"></a>        | javascript
          <img src="https://example.org/a.png">     | elsewhere
          <p th:if="${a}" th:replace="~{b :: c}"></p> | th:replace comes first
          """)
  void areFoundAtFault(String template, String fault) {
    assertThat(faults(Path.of("a.html"), template)).singleElement().asString().contains(fault);
  }

  @Test
  void haveEveryWordInEveryLanguage() {
    for (Path english : wordFiles()) {
      Path german =
          english.resolveSibling(
              english.getFileName().toString().replace(".properties", "_de.properties"));

      assertThat(german).exists();
      assertThat(words(german).keySet()).as("%s", german).isEqualTo(words(english).keySet());
      assertThat(words(german)).as("%s", german).doesNotContainValue("");
    }
  }

  @Test
  void askOnlyForWordsThatAreThere() {
    for (String module : modules()) {
      Set<String> known = new HashSet<>(wordsOf(module));
      known.addAll(wordsOf(LIBRARY));

      assertThat(keys(module, KEY, "html", "templates")).as(module).isSubsetOf(known);
      if (Files.isDirectory(HOME.resolve(module).resolve(RESOURCES).resolve("words"))
          && !Files.isDirectory(HOME.resolve(module).resolve(RESOURCES).resolve("letters"))) {
        assertThat(keys(module, SAID, "java", "")).as(module).isSubsetOf(known);
      }
    }
  }

  /**
   * A word is used by its key, or by the beginning of it up to a point: the rest is a value. Some
   * follow from another word.
   */
  @Test
  void useEveryWord() {
    Set<String> named = new HashSet<>();
    for (String module : modules()) {
      named.addAll(keys(module, KEY, "html", "templates"));
      named.addAll(keys(module, LITERAL, "java", ""));
    }
    Set<String> beginnings =
        named.stream().filter(name -> name.endsWith(".")).collect(Collectors.toSet());
    Set<String> unused = new TreeSet<>();
    for (String module : modules()) {
      for (String word : wordsOf(module)) {
        boolean isNamed =
            named.contains(word)
                || beginnings.stream().anyMatch(word::startsWith)
                || (FOLLOWING.matcher(word).find()
                    && named.contains(FOLLOWING.matcher(word).replaceAll("")));
        if (!isNamed) {
          unused.add(module + ": " + word);
        }
      }
    }

    assertThat(unused).isEmpty();
  }

  private static List<String> faults(Path file, String template) {
    Faults faults = new Faults(file.toString());
    try {
      new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(template, faults);
    } catch (ParseException e) {
      throw new AssertionError(file.toString(), e);
    }
    return faults.found;
  }

  /** Collects the faults of one template. */
  private static final class Faults extends AbstractSimpleMarkupHandler {

    private final String file;
    private final List<String> found = new ArrayList<>();
    private boolean inScript;

    Faults(String file) {
      this.file = file;
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
      String text = new String(buffer, offset, length);
      if (inScript && !text.isBlank()) {
        add(line, "script or style inside the page");
      } else if (text.contains("[[") || text.contains("[(")) {
        add(line, "inline expression");
      } else if (LETTER.matcher(text).find()) {
        add(line, "text: " + text.strip());
      }
    }

    @Override
    public void handleStandaloneElement(
        String element, Map<String, String> attributes, boolean minimized, int line, int column) {
      element(element, attributes, line);
    }

    @Override
    public void handleOpenElement(
        String element, Map<String, String> attributes, int line, int column) {
      inScript = element.equals("script") || element.equals("style");
      element(element, attributes, line);
    }

    @Override
    public void handleCloseElement(String element, int line, int column) {
      inScript = false;
    }

    private void element(String element, Map<String, String> attributes, int line) {
      if (attributes != null) {
        if (attributes.containsKey("th:replace")
            && Stream.of("th:if", "th:unless", "th:each").anyMatch(attributes::containsKey)) {
          add(line, "th:replace comes first, so the condition beside it is never asked");
        }
        attributes.forEach(
            (name, value) -> attribute(element, name, value == null ? "" : value, line));
      }
    }

    private void attribute(String element, String name, String value, int line) {
      String bare = name.replaceFirst("^th:", "");
      boolean isVisible =
          VISIBLE.contains(bare)
              || bare.equals("value") && (element.equals("input") || element.equals("button"));
      if (name.equals("th:utext")) {
        add(line, "th:utext");
      } else if (bare.equals("style") || bare.startsWith("on") || bare.startsWith("hx-on")) {
        add(line, bare + " is code or style inside the page");
      } else if (value.strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
        add(line, "javascript:");
      } else if (Set.of("src", "href").contains(name) && value.contains("//")) {
        add(line, "something from elsewhere: " + value);
      } else if (name.startsWith("th:")
          ? (isVisible || bare.equals("text")) && QUOTED_LETTER.matcher(value).find()
          : isVisible && LETTER.matcher(value).find()) {
        add(line, name + ": " + value);
      }
    }

    private void add(int line, String fault) {
      found.add("%s, line %d: %s".formatted(file, line, fault));
    }
  }

  private static List<String> modules() {
    return Stream.of(LIBRARY, "rsvp-service", "schedule-service", "notification-service").toList();
  }

  private static List<Path> templates() {
    return modules().stream()
        .flatMap(module -> files(HOME.resolve(module).resolve(RESOURCES), "templates", "html"))
        .toList();
  }

  /** Those in English; the other languages are beside them. */
  private static List<Path> wordFiles() {
    return modules().stream()
        .flatMap(module -> files(HOME.resolve(module).resolve(RESOURCES), "words", "properties"))
        .filter(file -> !file.getFileName().toString().contains("_"))
        .toList();
  }

  private static Set<String> wordsOf(String module) {
    return wordFiles().stream()
        .filter(file -> file.startsWith(HOME.resolve(module)))
        .flatMap(file -> words(file).keySet().stream())
        .collect(Collectors.toSet());
  }

  private static Map<String, String> words(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  private static Set<String> keys(String module, Pattern pattern, String ending, String folder) {
    return files(HOME.resolve(module).resolve("src/main"), folder, ending)
        .flatMap(file -> pattern.matcher(read(file)).results())
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }

  /** Files below any folder with that name, or all if it is empty. */
  private static Stream<Path> files(Path from, String folder, String ending) {
    if (!Files.isDirectory(from)) {
      return Stream.of();
    }
    try (Stream<Path> all = Files.walk(from)) {
      return all
          .filter(file -> file.toString().endsWith("." + ending))
          .filter(file -> folder.isEmpty() || file.toString().contains("/" + folder + "/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
