package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.launcher.frontdoor.FrontDoorPaths;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the front doors has every route of the services, at the service that has it. */
class FrontDoorPathsRulesTest {

  private static final Path HOME = Path.of("..", "..");
  private static final FrontDoorPaths PATHS = FrontDoorPaths.read(HOME);
  private static final String ANNOTATIONS = "org.springframework.web.bind.annotation.";
  private static final Set<String> MAPPINGS =
      Stream.of("Request", "Get", "Post", "Put", "Patch", "Delete")
          .map(method -> ANNOTATIONS + method + "Mapping")
          .collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource
  void hasEveryRouteAtTheServiceThatHasIt(Service service) {
    assertThat(routes(service))
        .hasSizeGreaterThan(2)
        .allSatisfy(route -> assertThat(PATHS.serviceOf(route)).as(route).contains(service))
        .as("no route is there only because nobody else has it")
        .allSatisfy(
            route -> assertThat(PATHS.lineOf(route).equals("/")).isEqualTo(route.equals("/")));
  }

  @Test
  void leavesEachRouteToOneServiceAlone() {
    List<String> all =
        Stream.of(Service.values()).flatMap(service -> routes(service).stream()).toList();

    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void givesEachServiceAPlaceForItsDescriptionAndItsAssets() {
    for (Service service : Service.values()) {
      assertThat(PATHS.services())
          .containsEntry("/api/openapi/" + service.module(), Optional.of(service))
          .containsEntry("/assets/" + service.module(), Optional.of(service));
    }
  }

  @Test
  void letsNobodyThroughToHealthMetricsAndErrors() {
    assertThat(PATHS.serviceOf("/actuator/health/readiness")).isEmpty();
    assertThat(PATHS.serviceOf("/actuator/prometheus")).isEmpty();
    assertThat(PATHS.serviceOf("/error")).isEmpty();
  }

  /** The patterns of the paths that a service's controllers are mapped to. */
  private static Set<String> routes(Service service) {
    Path classes = HOME.resolve(Path.of(service.module(), "target", "classes", "org", "doorsopen"));
    return new ClassFileImporter()
        .importPath(classes).stream()
            .flatMap(type -> type.getMethods().stream())
            .flatMap(FrontDoorPathsRulesTest::routes)
            .collect(Collectors.toSet());
  }

  private static Stream<String> routes(JavaMethod method) {
    JavaClass controller = method.getOwner();
    List<String> prefixes = paths(controller).toList();
    return paths(method)
        .flatMap(path -> (prefixes.isEmpty() ? List.of("") : prefixes).stream().map(p -> p + path))
        .map(route -> route.isEmpty() ? "/" : route);
  }

  private static Stream<String> paths(CanBeAnnotated mapped) {
    return annotations(mapped)
        .filter(annotation -> MAPPINGS.contains(annotation.getRawType().getName()))
        .flatMap(annotation -> {
          List<String> paths =
              Stream.of("value", "path")
                  .flatMap(name -> Stream.ofNullable(annotation.getProperties().get(name)))
                  .flatMap(values -> Stream.of((Object[]) values))
                  .map(Object::toString)
                  .distinct()
                  .toList();
          return (paths.isEmpty() ? List.of("") : paths).stream();
        });
  }

  private static Stream<? extends JavaAnnotation<?>> annotations(CanBeAnnotated mapped) {
    return switch (mapped) {
      case JavaClass type -> type.getAnnotations().stream();
      case JavaMethod method -> method.getAnnotations().stream();
      default -> Stream.empty();
    };
  }
}
