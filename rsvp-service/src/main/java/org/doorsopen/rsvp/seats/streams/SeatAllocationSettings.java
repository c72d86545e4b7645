package org.doorsopen.rsvp.seats.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of seat allocation.
 *
 * @param stateDirectory a folder of this instance alone; if it is lost, Kafka restores it
 * @param threads how many threads decide; more threads than partitions are of no use
 * @param standbys how many other instances keep a copy of the state, where there are any
 * @param commitInterval how often decisions become visible while records keep coming; after a
 *     silence they do at once
 * @param batch how many decisions a record may lead to before other meetups get their turn
 * @param unknownMeetupGrace how long a request for an unknown meetup waits for its schedule
 * @param properties further settings of Kafka Streams, which win over ours
 */
@ConfigurationProperties("doors.seat-allocation")
record SeatAllocationSettings(
    Path stateDirectory,
    @DefaultValue("1") int threads,
    @DefaultValue("1") int standbys,
    @DefaultValue("100ms") Duration commitInterval,
    @DefaultValue("500") int batch,
    @DefaultValue("5s") Duration unknownMeetupGrace,
    @DefaultValue Map<String, String> properties) {

  Pace pace() {
    return new Pace(batch, unknownMeetupGrace);
  }
}
