package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that everything that the pages name exists. A name is code: something in backticks. */
class DocumentsTest {

  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)?");
  private static final Pattern MEMBER =
      Pattern.compile("([A-Z][a-z0-9]+[A-Za-z0-9]*)[.#]([a-z][A-Za-z0-9]*)(?:\\(.*\\))?");
  private static final Pattern CAMEL = Pattern.compile("[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+");
  private static final Pattern SETTING = Pattern.compile("DOORS_[A-Z0-9_]*[A-Z0-9]");
  private static final Pattern PROPERTY = Pattern.compile("doors(?:\\.[a-z0-9-]+)+");
  private static final Pattern PATH = Pattern.compile("\\.?[\\w-]+(?:/[\\w.-]+)+/?");
  private static final Pattern DOORS =
      Pattern.compile("\\./doors ([a-z]+[a-z-]*)((?: [a-z]+[a-z-]*)?)([^#`]*)");
  private static final Pattern OPTION = Pattern.compile("--([a-z][a-z-]*)");
  private static final Pattern MAVEN_TEST = Pattern.compile("-D(?:it\\.)?test=([A-Z]\\w*)");
  private static final Pattern MAVEN_MODULE = Pattern.compile("-pl ([\\w/-]+)");

  /** Decisions also name alternatives, and things as they were. */
  private static final String DECISIONS = "docs/adr/";

  private static Repository repository;
  private static Map<String, Page> pages;

  @BeforeAll
  static void read() {
    repository = new Repository(Path.of("..", ".."));
    pages = repository.pages().stream().collect(Collectors.toMap(Page::name, Function.identity()));
    assertThat(pages).containsKeys("README.md", "CONTRIBUTING.md", "docs/README.md");
  }

  @Test
  void linksOnlyToWhatIsThere() {
    assertThat(faults(DocumentsTest::brokenLinks)).isEmpty();
  }

  @Test
  void namesOnlyClassesAndMembersThatAreThere() {
    assertThat(faults(DocumentsTest::unknownNames)).isEmpty();
  }

  @Test
  void namesOnlySettingsThatAreThere() {
    assertThat(faults(DocumentsTest::unknownSettings)).isEmpty();
  }

  @Test
  void namesOnlyFilesThatAreThere() {
    assertThat(faults(DocumentsTest::unknownFiles)).isEmpty();
  }

  @Test
  void givesOnlyCommandsThatAreThere() {
    assertThat(faults(DocumentsTest::unknownCommands)).isEmpty();
  }

  @Test
  void hasARowForEverySettingThatIsOffered() {
    Set<String> rows =
        pages.values().stream()
            .flatMap(page -> page.rows().stream())
            .flatMap(row -> matches(SETTING, row.split("\\|")[1]))
            .collect(Collectors.toSet());

    assertThat(repository.offeredSettings()).isNotEmpty().isSubsetOf(rows);
  }

  @Test
  void hasARowForEveryEvent() {
    assertThat(repository.events()).isNotEmpty().isSubsetOf(wordsOfRows("README.md"));
  }

  @Test
  void hasARowForEveryKindOfMail() {
    Set<String> kinds = repository.constantsOf("MailKind");

    assertThat(kinds)
        .isNotEmpty()
        .isSubsetOf(wordsOfRows("docs/services/notification-service.md"))
        .isSubsetOf(wordsOfRows("docs/services/notification-promises.md"));
  }

  @Test
  void leadsFromTheReadmeToEveryPage() {
    Set<String> found = new HashSet<>(Set.of("README.md"));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      Page page = pages.get(open.pop());
      for (Page.Link link : page.links()) {
        String path = repository.resolve(page, link.target().split("#")[0]);
        if (path != null && pages.containsKey(path) && found.add(path)) {
          open.push(path);
        }
      }
    }

    assertThat(found).containsAll(pages.keySet());
  }

  @Test
  void wouldNotice() {
    Page page =
        new Page(
            "docs/made-up.md",
            """
            # A heading
            [gone](gone.md), [good](README.md), [no anchor](glossary.md#nothing-of-the-kind),
            [here](#a-heading), [not here](#another), [out](../../elsewhere.md)
            [`Page`](../platform/acceptance/src/test/java/org/doorsopen/acceptance/Repository.java)
            `NoSuchClass`, `SeatAllocation`, `SeatAllocation.noSuchMethod`, `noSuchFieldAnywhere`
            `DOORS_NOTHING`, `DOORS_SECRET`, `doors.nothing.of-the-kind`, `docs/gone.txt`
            `./doors up`, `./doors down`, `./doors chaos cats`, `./doors soak --no-such-option 1`
            `mvn -pl no-service -am test -Dtest=NoSuchTest`
            """);

    assertThat(brokenLinks(page))
        .containsExactly(
            "gone.md",
            "glossary.md#nothing-of-the-kind",
            "#another",
            "../../elsewhere.md",
            "`Page` leads to"
                + " ../platform/acceptance/src/test/java/org/doorsopen/acceptance/Repository.java");
    assertThat(unknownNames(page))
        .containsExactly("NoSuchClass", "SeatAllocation.noSuchMethod", "noSuchFieldAnywhere");
    assertThat(unknownSettings(page)).containsExactly("DOORS_NOTHING", "doors.nothing.of-the-kind");
    assertThat(unknownFiles(page)).containsExactly("docs/gone.txt");
    assertThat(unknownCommands(page))
        .containsExactly(
            "./doors down", "./doors chaos cats", "--no-such-option", "NoSuchTest", "no-service");
  }

  private static Set<String> wordsOfRows(String page) {
    return pages.get(page).rows().stream()
        .flatMap(row -> matches(Pattern.compile("\\w+"), row))
        .collect(Collectors.toSet());
  }

  private static List<String> faults(Function<Page, List<String>> check) {
    return pages.values().stream()
        .flatMap(page -> check.apply(page).stream().map(fault -> page.name() + ": " + fault))
        .sorted()
        .toList();
  }

  private static List<String> brokenLinks(Page page) {
    List<String> broken = new ArrayList<>();
    for (Page.Link link : page.links()) {
      String target = link.target();
      if (target.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = target.split("#", 2);
      String path = parts[0].isEmpty() ? page.name() : repository.resolve(page, parts[0]);
      if (path == null || !(path.equals(page.name()) || repository.exists(path))) {
        broken.add(target);
      } else if (parts.length > 1 && !anchors(path, page).contains(parts[1])) {
        broken.add(target);
      } else if (path.endsWith(".java") && !says(link.label(), path)) {
        broken.add(link.label() + " leads to " + target);
      }
    }
    return broken;
  }

  private static Set<String> anchors(String path, Page page) {
    if (path.equals(page.name())) {
      return page.anchors();
    }
    return pages.containsKey(path) ? pages.get(path).anchors() : Set.of();
  }

  /** A link to a class with a name in code says the name of that class. */
  private static boolean says(String label, String path) {
    String simpleName = path.substring(path.lastIndexOf('/') + 1, path.length() - 5);
    return !label.matches("`[A-Z]\\w*(\\.\\w+)?`")
        || label.equals("`" + simpleName + "`")
        || label.startsWith("`" + simpleName + ".");
  }

  private static List<String> unknownNames(Page page) {
    boolean ofNow = !page.name().startsWith(DECISIONS);
    return page.code().stream()
        .filter(code -> isUnknownMember(code) || ofNow && isUnknownName(code))
        .toList();
  }

  private static boolean isUnknownMember(String code) {
    Matcher member = MEMBER.matcher(code);
    return member.matches()
        && repository.hasClass(member.group(1))
        && !member.group(2).matches("java|avsc")
        && !repository.hasWordInClass(member.group(1), member.group(2));
  }

  private static boolean isUnknownName(String code) {
    boolean isName = CLASS.matcher(code).matches() || CAMEL.matcher(code).matches();
    return isName && !repository.hasWord(code);
  }

  private static List<String> unknownSettings(Page page) {
    return page.code().stream()
        .filter(code ->
            SETTING.matcher(code).matches() && !isSetting(code)
                || PROPERTY.matcher(code).matches() && !isProperty(code))
        .toList();
  }

  /** A short name, or the long one that every property has, such as DOORS_PREFIX_SOME_COMPONENT. */
  private static boolean isSetting(String setting) {
    String[] parts = setting.toLowerCase(Locale.ROOT).split("_");
    return repository.hasWord(setting)
        || IntStream.range(1, parts.length - 1)
            .mapToObj(from -> List.of(parts).subList(from, parts.length))
            .anyMatch(component -> isProperty(String.join("-", component)));
  }

  /** Its last part is a component of a record of settings, or it is written out in some file. */
  private static boolean isProperty(String property) {
    String last = property.substring(property.lastIndexOf('.') + 1);
    Matcher letter = Pattern.compile("-([a-z0-9])").matcher(last);
    return repository.hasWord(letter.replaceAll(dash -> dash.group(1).toUpperCase(Locale.ROOT)))
        || repository.hasText(property);
  }

  private static List<String> unknownFiles(Page page) {
    return page.code().stream()
        .filter(code -> PATH.matcher(code).matches() && repository.exists(code.split("/")[0]))
        .filter(code -> !repository.exists(code))
        .toList();
  }

  private static List<String> unknownCommands(Page page) {
    String help = repository.doors();
    List<String> unknown = new ArrayList<>();
    for (String line : page.commands()) {
      Matcher command = DOORS.matcher(line);
      while (command.find()) {
        String words = "./doors " + command.group(1) + command.group(2);
        if (!help.contains(words + " ") && !help.contains(words + "\n")) {
          unknown.add(words);
        }
        matches(OPTION, command.group(3))
            .filter(option -> !help.contains(option))
            .forEach(unknown::add);
      }
      if (line.contains("mvn ")) {
        matches(MAVEN_TEST, line)
            .map(test -> test.substring(test.indexOf('=') + 1))
            .filter(test -> !repository.hasClass(test))
            .forEach(unknown::add);
        matches(MAVEN_MODULE, line)
            .map(module -> module.substring(4))
            .filter(module -> !repository.exists(module + "/pom.xml"))
            .forEach(unknown::add);
      }
    }
    return unknown;
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group());
  }
}
