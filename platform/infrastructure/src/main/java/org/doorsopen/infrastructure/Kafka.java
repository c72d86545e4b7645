package org.doorsopen.infrastructure;

import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.process.StartFailure;

/** The broker, and the means to take it away while the platform runs. */
public interface Kafka {

  /** Stays the same over {@link #stop}, {@link #kill} and {@link #start}. */
  String bootstrapServers();

  /** The account that may do everything. */
  KafkaLogin operator();

  /** The account of a service, with the rights that the table of topics says. */
  KafkaLogin login(ServiceAccount service);

  /** Ends it in order: clients are told, logs are flushed. Does nothing if it is down. */
  void stop();

  /** Ends it as a power cut does ({@code kill -9}). */
  void kill();

  /**
   * Starts it again on the same port with the same data; returns when it answers. Does nothing if
   * it runs.
   *
   * @throws StartFailure if somebody else has taken the port meanwhile, or it dies
   */
  void start();
}
