package org.doorsopen.launcher.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.identity.SecretStrength;
import org.doorsopen.identity.origins.OtherOrigins;

/** Reads variables one by one and collects their faults. */
final class SettingsReader {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");
  private static final Pattern LOGIN = Pattern.compile("[^:\\p{Cntrl}]+:[^\\p{Cntrl}]+");
  private static final String HIDDEN = "(not shown)";

  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  void check() {
    if (!faults.isEmpty()) {
      throw new WrongSettings(faults);
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  Optional<String> oneOf(String name, String... values) {
    return text(name)
        .flatMap(value ->
            List.of(values).contains(value)
                ? Optional.of(value)
                : fault(name, value, "one of " + String.join(", ", values)));
  }

  Optional<Path> path(String name) {
    return text(name)
        .flatMap(value -> {
          try {
            return Optional.of(Path.of(value));
          } catch (InvalidPathException e) {
            return fault(name, value, "a folder");
          }
        });
  }

  Optional<Integer> port(String name) {
    return number(name, 1, 65_535);
  }

  /**
   * The ports of services that are named, no two of them the same.
   *
   * @param other the setting of a port that none of them may be
   */
  Map<Service, Integer> ports(String other) {
    Map<Service, Integer> named = new EnumMap<>(Service.class);
    Map<Integer, String> owners = new HashMap<>();
    text(other)
        .filter(port -> port.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .ifPresent(port -> owners.put(port, other));
    for (Service service : Service.values()) {
      String name = service.portSetting();
      port(name)
          .ifPresent(port -> {
            named.put(service, port);
            String owner = owners.putIfAbsent(port, name);
            if (owner != null) {
              fault(name, port.toString(), "another port than " + owner);
            }
          });
    }
    return named;
  }

  Optional<Integer> number(String name, int least, int most) {
    return text(name)
        .flatMap(value -> {
          Optional<Integer> number =
              value.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
          return number.filter(n -> n >= least && n <= most).isPresent()
              ? number
              : fault(name, value, "a number from %d to %d".formatted(least, most));
        });
  }

  Optional<URI> url(String name) {
    return text(name)
        .flatMap(value -> {
          try {
            URI url = new URI(value.replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawQuery() == null) {
              return Optional.of(url);
            }
          } catch (URISyntaxException e) {
            // Said below.
          }
          return fault(name, value, "an address like https://meetups.example.org");
        });
  }

  /** The origins as they were written, once they were found to be some. */
  Optional<String> origins(String name) {
    return text(name)
        .flatMap(value -> {
          try {
            OtherOrigins.of(value);
            return Optional.of(value);
          } catch (IllegalArgumentException e) {
            return fault(
                name,
                value,
                "origins like https://community.example.org, without a path, with commas between");
          }
        });
  }

  Optional<String> hostAndPort(String name) {
    return text(name)
        .flatMap(value -> {
          Matcher parts = HOST_AND_PORT.matcher(value);
          return parts.matches() && isPort(Integer.parseInt(parts.group(1)))
              ? Optional.of(value)
              : fault(name, value, "host:port, like mail.example.org:587");
        });
  }

  Optional<String> login(String name) {
    return text(name)
        .flatMap(value ->
            LOGIN.matcher(value).matches()
                ? Optional.of(value)
                : fault(name, HIDDEN, "user:password, both of at least one character"));
  }

  Optional<String> secret(String name) {
    return text(name)
        .flatMap(value ->
            SecretStrength.weaknessOf(value)
                .<Optional<String>>map(weakness ->
                    fault(
                        name,
                        HIDDEN,
                        "at least 16 random characters, and this one %s. If it has been in use, give"
                                .formatted(weakness)
                            + " it as DOORS_SECRET_BEFORE beside a new one"))
                .orElse(Optional.of(value)));
  }

  Optional<Duration> duration(String name) {
    return text(name)
        .flatMap(value -> {
          try {
            return Optional.of(Durations.parse(value));
          } catch (IllegalArgumentException e) {
            return fault(name, value, "a duration like 30s, 2m or PT2M");
          }
        });
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= 65_535;
  }

  private <T> Optional<T> fault(String name, String value, String wanted) {
    faults.add("%s is '%s'; it must be %s".formatted(name, value, wanted));
    return Optional.empty();
  }
}
