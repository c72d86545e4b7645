package org.doorsopen.bench.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** People who RSVP over HTTP, each another person, as fast as they are answered. */
interface Load {

  /** Connections that are kept, and each asks again when it is answered. */
  int CONNECTIONS = 256;

  /**
   * @param accepted answered by 202
   * @param refused answered by something else
   * @param lost not answered, for what a socket can suffer; what is under way in the end is none of
   *     these three
   * @param seconds as the generator counts them
   * @param p50 in milliseconds
   * @param p99 in milliseconds
   * @param processorSeconds that the generator took itself; NaN where it does not know
   */
  record Answered(
      long accepted,
      long refused,
      long lost,
      double seconds,
      double p50,
      double p99,
      double processorSeconds) {

    double perSecond() {
      return accepted / seconds;
    }
  }

  /** With its version, if it has one. */
  String inWords();

  /**
   * @param server rsvp-service
   * @param length in whole seconds
   * @param round a word that no other round has
   */
  Answered on(URI server, List<String> meetupIds, Duration length, String round);
}
