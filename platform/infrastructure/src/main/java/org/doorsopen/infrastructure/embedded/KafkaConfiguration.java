package org.doorsopen.infrastructure.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.doorsopen.infrastructure.OneNodeKafka;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.StartFailure;

/**
 * The configuration of the node; written anew at each start, as ports may have changed, for its
 * owner only.
 */
record KafkaConfiguration(Path folder, int port, int controllerPort, String brokersPassword) {

  Path file() {
    return folder.resolve("server.properties");
  }

  Path logging() {
    return folder.resolve("log4j2.properties");
  }

  void write() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartFailure("%s cannot be made: %s".formatted(folder, e.getMessage()), e);
    }
    DataFolder.writePrivately(file(), server());
    DataFolder.writePrivately(logging(), LOGGING);
  }

  private String server() {
    StringJoiner lines = new StringJoiner("\n");
    OneNodeKafka.settings().forEach((name, value) -> lines.add(name + "=" + value));
    OneNodeKafka.logins(List.of("CLIENTS", "CONTROLLER"), brokersPassword)
        .forEach((name, value) -> lines.add(name + "=" + value));
    return lines
        .add(OURS.formatted(controllerPort, port, controllerPort, port, folder.resolve("data")))
        .toString();
  }

  private static final String OURS =
      """
      controller.quorum.voters=1@127.0.0.1:%d
      listeners=CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
      advertised.listeners=CLIENTS://127.0.0.1:%d
      inter.broker.listener.name=CLIENTS
      log.dirs=%s
      """;

  private static final String LOGGING =
      """
      appender.console.type=Console
      appender.console.name=console
      appender.console.layout.type=PatternLayout
      appender.console.layout.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSSX}{UTC} %-5p %m (%c{1})%n%throwable
      rootLogger.level=warn
      rootLogger.appenderRef.console.ref=console
      logger.life.name=kafka.server.KafkaRaftServer
      logger.life.level=info
      logger.version.name=org.apache.kafka.common.utils.AppInfoParser
      logger.version.level=info
      """;
}
