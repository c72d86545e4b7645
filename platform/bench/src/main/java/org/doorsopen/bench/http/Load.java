package org.doorsopen.bench.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** People who RSVP over HTTP, each only once, as fast as they are answered. */
interface Load {

  /** The number of kept connections; each asks again as soon as it is answered. */
  int CONNECTIONS = 256;

  /**
   * @param accepted answered as they should be
   * @param refused answered by something else
   * @param lost not answered because of an error on the socket; requests still under way at the end
   *     count as none of these three
   * @param seconds as the generator counts them
   * @param p50 in milliseconds
   * @param p99 in milliseconds
   * @param processorSeconds that the generator itself used; NaN where it does not know
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

  /** The generator's name, with its version if it has one. */
  String inWords();

  /**
   * @param server rsvp-service
   * @param length in whole seconds
   * @param round a word that is unique to the round
   */
  Answered on(URI server, List<String> meetupIds, Duration length, String round);

  /** The same of people who look at pages of meetups; a page counts as accepted. */
  Answered reading(URI server, List<String> meetupIds, Duration length);
}
