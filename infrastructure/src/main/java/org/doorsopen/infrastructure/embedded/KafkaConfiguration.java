package org.doorsopen.infrastructure.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.infrastructure.process.DataFolder;

/** What the node is told; written anew at each start, as ports may have changed. */
record KafkaConfiguration(Path folder, int port, int controllerPort) {

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
    return SERVER.formatted(controllerPort, port, controllerPort, port, folder.resolve("data"));
  }

  // Group offsets outlive the topics they are for: 60 days against 30. A node that was killed is
  // let in again only when its old session has run out: 3 s instead of 9. A transaction that
  // somebody who was killed has left open holds up readers until the broker looks for such ones:
  // each second instead of every ten.
  private static final String SERVER =
      """
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%d
      listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
      advertised.listeners=PLAINTEXT://127.0.0.1:%d
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      log.dirs=%s
      broker.session.timeout.ms=3000
      broker.heartbeat.interval.ms=500
      num.recovery.threads.per.data.dir=2
      auto.create.topics.enable=false
      default.replication.factor=1
      min.insync.replicas=1
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=10
      offsets.retention.minutes=86400
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=10
      transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      share.coordinator.state.topic.num.partitions=1
      group.initial.rebalance.delay.ms=0
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
