package org.doorsopen.launcher.platform;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/**
 * How the services are started.
 *
 * @param environments of each service, with no secret that is not its own
 */
record ServiceLaunches(
    Home home,
    DataFolder folder,
    AotCaches aotCaches,
    Map<Service, Map<String, String>> environments) {

  private static final String RSVP_MAIN_CLASS = "org.doorsopen.rsvp.RsvpServiceApplication";

  /** The ports of one process. */
  record Ports(int requests, int management) {}

  static ServiceLaunches of(
      Settings settings,
      Home home,
      DataFolder folder,
      AotCaches aotCaches,
      ServicePorts ports,
      Infrastructure infrastructure) {
    Map<String, String> common = common(settings, folder, ports);
    Map<Service, Map<String, String>> environments = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      Map<String, String> own = new HashMap<>(ServiceVariables.of(service, System.getenv()));
      own.putAll(ServiceVariables.of(service, settings.passedOn()));
      own.putAll(common);
      own.putAll(infrastructure.settings(service.account()));
      environments.put(service, Map.copyOf(own));
    }
    return new ServiceLaunches(home, folder, aotCaches, environments);
  }

  private static Map<String, String> common(
      Settings settings, DataFolder folder, ServicePorts ports) {
    Map<String, String> environment = new HashMap<>();
    URI publicUrl = settings.publicUrl().orElse(ports.frontDoorAddress());
    environment.put("DOORS_PUBLIC_URL", publicUrl.toString());
    environment.put("DOORS_DATA", folder.resolve("").toString());
    environment.put("DOORS_CHANGE_WINDOW", settings.changeWindow().toString());
    environment.put("DOORS_ORGANIZER", organizer(settings, folder));
    environment.put("DOORS_ORGANIZERS", settings.organizersIn(folder.resolve("")).toString());
    environment.put("DOORS_SECRET", secret(settings, folder));
    environment.put("DOORS_ID_SECRET", idSecret(settings, folder));
    return environment;
  }

  Launch of(ServiceInstance instance) {
    Service service = instance.service();
    // One process of a service is enough to learn from, and two would write the same file.
    AotCaches caches = instance.number() == 1 ? aotCaches : AotCaches.USED;
    Ports ports = new Ports(instance.port(), instance.management());
    return launch(instance.name(), service, ports, jar(service), Map.of(), caches);
  }

  /** See {@link Platform#startBeside}. */
  Launch beside(String name, Ports ports, Map<String, String> variables) {
    return launch(name, Service.RSVP, ports, jar(Service.RSVP), variables, AotCaches.USED);
  }

  /** See {@link Platform#startBeside}. */
  Launch beside(String name, Ports ports, Path classes, Map<String, String> variables) {
    String classPath = home.jar(Service.RSVP) + File.pathSeparator + classes;
    List<String> main = List.of("-cp", classPath, RSVP_MAIN_CLASS);
    return launch(name, Service.RSVP, ports, main, variables, AotCaches.USED);
  }

  private List<String> jar(Service service) {
    return List.of("-jar", home.jar(service).toString());
  }

  private Launch launch(
      String name,
      Service service,
      Ports ports,
      List<String> main,
      Map<String, String> variables,
      AotCaches caches) {
    List<String> options = options(service);
    options.addAll(main);
    Map<String, String> own = new HashMap<>(environments.get(service));
    // Only the front door is for others.
    own.put("DOORS_BIND", "127.0.0.1");
    own.put("DOORS_MANAGEMENT_BIND", "127.0.0.1");
    own.put(service.portSetting(), Integer.toString(ports.requests()));
    own.put("DOORS_MANAGEMENT_PORT", Integer.toString(ports.management()));
    own.putAll(variables);
    Launch launch = Launch.java(name, options, folder.resolve("run")).with(own);
    return caches.applyTo(launch, home.aotCache(service), home.jars(service));
  }

  private List<String> options(Service service) {
    List<String> options =
        new ArrayList<>(
            List.of(
                AotCaches.MIN_HEAP,
                "-Xmx%dm".formatted(maximumHeapMegabytes(service)),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8"));
    options.add("@" + home.javaOptions(service));
    return options;
  }

  /** {@code user:password}, the user's own or generated. */
  String organizer() {
    return environments.get(Service.SCHEDULE).getOrDefault("DOORS_ORGANIZER", "");
  }

  private static String organizer(Settings settings, DataFolder folder) {
    return settings
        .organizer()
        .orElseGet(() -> settings.organizerName() + ":" + folder.secret("organizer-password"));
  }

  private static String secret(Settings settings, DataFolder folder) {
    return settings.secret().orElseGet(() -> folder.secret("doors-secret"));
  }

  /** The first secret of a data folder stays that of its ids, whatever becomes of the other. */
  private static String idSecret(Settings settings, DataFolder folder) {
    Map<String, String> given = settings.passedOn();
    String first = given.getOrDefault("DOORS_SECRET_BEFORE", secret(settings, folder));
    String ids = given.get("DOORS_ID_SECRET");
    return ids == null ? folder.secret("id-secret", () -> first) : ids;
  }

  private static int maximumHeapMegabytes(Service service) {
    return switch (service) {
      case RSVP -> 512;
      case SCHEDULE, NOTIFICATION -> 256;
    };
  }
}
