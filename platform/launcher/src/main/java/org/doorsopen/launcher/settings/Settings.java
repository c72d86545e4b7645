package org.doorsopen.launcher.settings;

import static java.util.Map.entry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorsopen.identity.origins.OtherOrigins;

/**
 * @param data the data folder
 * @param bind the address of the interface that the front door listens at; the services are for
 *     this machine alone
 * @param port of the front door, if the user has named one
 * @param ports of services, only those that the user has named
 * @param publicUrl what links in mails begin with, without a slash at the end; by default that of
 *     the front door
 * @param smtp {@code host:port} of a real mail server instead of the embedded mailbox
 * @param organizer {@code user:password}; otherwise generated once
 * @param secret otherwise generated once
 * @param changeWindow publications within it are one mail
 * @param passedOn variables that are set and go to the services as they are
 * @param services that are started
 * @param rsvpInstances processes of rsvp-service, which share the work
 */
public record Settings(
    Path data,
    String bind,
    Optional<Integer> port,
    Map<Service, Integer> ports,
    Optional<URI> publicUrl,
    Optional<String> smtp,
    Optional<String> organizer,
    Optional<String> secret,
    Duration changeWindow,
    Map<String, String> passedOn,
    Set<Service> services,
    int rsvpInstances) {

  /** The variable of the front door's port. */
  public static final String PORT = "DOORS_PORT";

  private static final String ORIGINS = "DOORS_CORS_ORIGINS";

  /**
   * An empty variable is one that is not set.
   *
   * @param home where the default data folder lies
   * @throws WrongSettings naming all that are wrong
   */
  public static Settings read(Map<String, String> environment, Path home) {
    SettingsReader reader = new SettingsReader(environment);
    Settings settings =
        new Settings(
            reader.path("DOORS_DATA").orElse(home.resolve("data")),
            reader.text("DOORS_BIND").orElse("127.0.0.1"),
            reader.port(PORT),
            reader.ports(PORT),
            reader.url("DOORS_PUBLIC_URL"),
            reader.hostAndPort("DOORS_SMTP"),
            reader.login("DOORS_ORGANIZER"),
            reader.secret("DOORS_SECRET"),
            reader.duration("DOORS_CHANGE_WINDOW").orElse(Duration.ofMinutes(2)),
            passedOn(reader),
            Set.of(Service.values()),
            1);
    reader.check();
    return settings;
  }

  /** Only those that are set: the services know their defaults. */
  private static Map<String, String> passedOn(SettingsReader reader) {
    Map<String, Optional<?>> settings =
        Map.ofEntries(
            entry("DOORS_ORGANIZERS", reader.path("DOORS_ORGANIZERS").map(Path::toAbsolutePath)),
            entry("DOORS_SECRET_BEFORE", reader.text("DOORS_SECRET_BEFORE")),
            entry("DOORS_ID_SECRET", reader.text("DOORS_ID_SECRET")),
            entry("DOORS_MAIL_FROM", reader.text("DOORS_MAIL_FROM")),
            entry("DOORS_COMMUNITY_ADDRESS", reader.text("DOORS_COMMUNITY_ADDRESS")),
            entry("DOORS_REPLY_TO", reader.text("DOORS_REPLY_TO")),
            entry("DOORS_SMTP_USER", reader.text("DOORS_SMTP_USER")),
            entry("DOORS_SMTP_PASSWORD", reader.text("DOORS_SMTP_PASSWORD")),
            entry("DOORS_SMTP_TLS", reader.oneOf("DOORS_SMTP_TLS", "none", "starttls", "tls")),
            entry(
                "DOORS_SMTP_AUTHORITIES",
                reader.path("DOORS_SMTP_AUTHORITIES").map(Path::toAbsolutePath)),
            entry("DOORS_SMTP_HELLO", reader.text("DOORS_SMTP_HELLO")),
            entry("DOORS_SMTP_CONNECTIONS", reader.number("DOORS_SMTP_CONNECTIONS", 1, 8)),
            entry(
                "DOORS_SMTP_MAILS_PER_MINUTE",
                reader.number("DOORS_SMTP_MAILS_PER_MINUTE", 0, 1_000_000)),
            entry(ORIGINS, reader.origins(ORIGINS)),
            entry("DOORS_RSVPS_PER_HOUR", reader.number("DOORS_RSVPS_PER_HOUR", 0, 1_000_000)),
            entry(
                "DOORS_RSVPS_PER_ADDRESS", reader.number("DOORS_RSVPS_PER_ADDRESS", 0, 1_000_000)),
            entry("DOORS_REMINDERS", reader.text("DOORS_REMINDERS")),
            entry("DOORS_PARTITIONS", reader.number("DOORS_PARTITIONS", 1, 1_000)),
            entry("DOORS_REPLICAS", reader.number("DOORS_REPLICAS", 1, 1)));
    Map<String, String> passedOn = new HashMap<>();
    settings.forEach(
        (name, value) -> value.ifPresent(given -> passedOn.put(name, given.toString())));
    return Map.copyOf(passedOn);
  }

  /** The file of organizers, in this data folder unless it is named. */
  public Path organizersIn(Path folder) {
    String named = passedOn.get("DOORS_ORGANIZERS");
    return named == null ? folder.resolve("secrets").resolve("organizers") : Path.of(named);
  }

  /** Whose pages may show meetups and ask for seats. */
  public OtherOrigins otherOrigins() {
    return OtherOrigins.of(passedOn.getOrDefault(ORIGINS, ""));
  }

  /** Of the one whose login is a setting or generated. */
  public String organizerName() {
    return organizer.map(login -> login.substring(0, login.indexOf(':'))).orElse("organizer");
  }

  public Settings withRsvpInstances(int processes) {
    return new Settings(
        data,
        bind,
        port,
        ports,
        publicUrl,
        smtp,
        organizer,
        secret,
        changeWindow,
        passedOn,
        services,
        processes);
  }

  /** The same settings for these services alone. */
  public Settings withServices(Set<Service> started) {
    return new Settings(
        data,
        bind,
        port,
        ports,
        publicUrl,
        smtp,
        organizer,
        secret,
        changeWindow,
        passedOn,
        started,
        rsvpInstances);
  }
}
