package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings are logged when a start fails, and some are secrets: of this service and of libraries.
 */
class SecretSettingsTest {

  private static final String SECRET = "Kx7qT2mZ9wPb4RvL";
  private static final Pattern NAMED =
      Pattern.compile("(?i).*(secret|password).*|organizer|registryUrl");

  static List<Class<?>> records() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.doorsopen")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
            .<Class<?>>map(JavaClass::reflect)
            .filter(
                type -> components(type).anyMatch(part -> NAMED.matcher(part.getName()).matches()))
            .toList();
  }

  @ParameterizedTest
  @MethodSource("records")
  void showNoSecret(Class<?> type) throws ReflectiveOperationException {
    List<RecordComponent> parts = components(type).toList();
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            parts.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);

    Object settings = constructor.newInstance(parts.stream().map(this::value).toArray());

    assertThat(settings.toString()).doesNotContain(SECRET);
  }

  /** Every record with a secret is among them. */
  @Test
  void areFound() {
    assertThat(records())
        .extracting(Class::getSimpleName)
        .contains("IdentitySettings", "LoginSettings", "EventSettings", "SmtpSettings");
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Optional.ofNullable(type.getRecordComponents()).stream().flatMap(Arrays::stream);
  }

  private Object value(RecordComponent part) {
    Class<?> type = part.getType();
    if (type == URI.class) {
      return URI.create("https://user:" + SECRET + "@localhost");
    }
    if (type == Duration.class) {
      return Duration.ofSeconds(10);
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == int.class) {
      return 1;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[type.getEnumConstants().length - 1];
    }
    return switch (part.getName()) {
      case "organizer" -> "ada:" + SECRET;
      case "server" -> "localhost:25";
      case String name when NAMED.matcher(name).matches() -> SECRET;
      default -> "";
    };
  }
}
