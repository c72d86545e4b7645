package org.doorsopen.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on which module and package may use which; the allow-lists are the design. */
class ArchitectureTest {

  private static final Path HOME = Path.of("..", "..");

  private static final List<String> MODULES =
      List.of(
          "schemas",
          "libraries/access",
          "libraries/settings",
          "libraries/identity",
          "libraries/web",
          "libraries/calendar",
          "libraries/changes",
          "libraries/fixtures",
          "libraries/pages",
          "rsvp-service",
          "schedule-service",
          "notification-service",
          "platform/infrastructure",
          "platform/launcher",
          "platform/crowd",
          "platform/chaos",
          "platform/bench",
          "platform/bench-ceiling");

  private static final String OURS = "org.doorsopen.";
  private static final long MAX_CLASSES = 16;

  /** Packages with more classes than usual, each with a limit of its own, and the reason. */
  private static final Map<String, Long> LARGE_PACKAGES =
      Map.of(
          // Generated: a class for each type of the schemas.
          "org.doorsopen.schemas.events", 50L);

  private static JavaClasses ours;

  @BeforeAll
  static void importTheMainClassesOfEveryModule() {
    List<Path> folders =
        MODULES.stream()
            .map(module -> HOME.resolve(Path.of(module, "target", "classes", "org", "doorsopen")))
            .toList();
    assertThat(folders).allSatisfy(folder -> assertThat(folder).isDirectory());
    ours = new ClassFileImporter().importPaths(folders);
  }

  @ParameterizedTest(name = "{0} knows of ours {1} and no more")
  @CsvSource({
    "access, ''",
    "schemas, ''",
    "settings, ''",
    "identity, ''",
    "web, identity;settings",
    "calendar, ''",
    "changes, ''",
    "fixtures, schemas",
    "infrastructure, access",
    "pages, web",
    "rsvp, settings;schemas;identity;web;calendar;changes;pages",
    "schedule, settings;schemas;identity;web;changes;pages",
    "notification, settings;schemas;identity;web;calendar;changes;pages",
    "launcher, infrastructure;access;identity",
    "crowd, launcher;infrastructure;access;schemas;fixtures",
    "chaos, crowd;launcher;infrastructure;access;schemas;fixtures",
    "bench, crowd;launcher;infrastructure;access;schemas;fixtures",
    "bench.ceiling, ''",
  })
  void knowsOfOursOnlyWhatItMay(String module, String allowed) {
    String[] packages =
        Stream.concat(Stream.of(module), Stream.of(allowed.split(";")).filter(a -> !a.isEmpty()))
            .map(name -> "org.doorsopen." + name + "..")
            .toArray(String[]::new);

    classes()
        .that(resideInAPackage("org.doorsopen." + module + ".."))
        .should(
            onlyDependOnClassesThat(
                resideInAnyPackage(packages).or(resideOutsideOfPackage("org.doorsopen.."))))
        .check(ours);
  }

  @Test
  void keepsDomainPackagesToTheJdk() {
    classes()
        .that(resideInAPackage("org.doorsopen..domain.."))
        .should(
            onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java..", "org.jspecify.annotations..", "org.doorsopen..domain..")))
        .check(ours);
  }

  @Test
  void keepsTheEventsOutOfDomainPackages() {
    noClasses()
        .that(resideInAPackage("org.doorsopen..domain.."))
        .should()
        .dependOnClassesThat(resideInAPackage("org.doorsopen.schemas.."))
        .check(ours);
  }

  @Test
  void hasNoCyclesBetweenFeatures() {
    slices().assignedFrom(new Features()).should().beFreeOfCycles().check(ours);
  }

  /** A feature is the first package below a module's root; the root itself is one, too. */
  private static final class Features implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      String name = javaClass.getPackageName();
      if (!name.startsWith(OURS)) {
        return SliceIdentifier.ignore();
      }
      String[] words = name.substring(OURS.length()).split("\\.");
      return SliceIdentifier.of(words[0], words.length == 1 ? "root" : words[1]);
    }

    @Override
    public String getDescription() {
      return "features";
    }
  }

  /** A reader who opens a package should see its contents at a glance. */
  @Test
  void keepsPackagesSmall() {
    Map<String, Long> sizes =
        ours.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(sizes)
        .allSatisfy((name, size) ->
            assertThat(size)
                .as("classes in %s", name)
                .isLessThanOrEqualTo(LARGE_PACKAGES.getOrDefault(name, MAX_CLASSES)));
  }

  @Test
  void namesPackagesAfterWhatTheyAreAbout() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..")
        .check(ours);
  }

  @Test
  void marksEveryPackageAsNonNullByDefault() {
    Set<String> generated = Set.of("org.doorsopen.schemas.events");
    Set<String> packages = ours.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(packages)
        .hasSizeGreaterThan(10)
        .filteredOn(name -> !generated.contains(name))
        .allSatisfy(name ->
            assertThat(ours.getPackage(name).isAnnotatedWith(NullMarked.class))
                .as("@NullMarked in package-info of %s", name)
                .isTrue());
  }

  /** A stream of rows keeps its connection until it is closed, and a pool has sixteen. */
  @Test
  void readsRowsIntoListsAndNeverStreamsThem() {
    noClasses()
        .should()
        .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream")
        .check(ours);
  }

  @Test
  void keepsRegistriesAndMachinesOutOfTheBuild() {
    assertThat(MODULES)
        .allSatisfy(module ->
            assertThat(Files.readString(HOME.resolve(module).resolve("pom.xml")))
                .doesNotContain("<repository>"));
  }
}
