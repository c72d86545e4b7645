package org.doorsopen.rsvp.seats.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How seats are allocated.
 *
 * @param stateDirectory of this instance alone; what is lost there is restored from Kafka
 * @param threads that decide; more than there are partitions are idle
 * @param standbys copies of the state on other instances, where there are any
 * @param commitInterval how often decisions become visible while records keep coming; what comes
 *     after silence does so at once
 * @param batch decisions that one record may lead to before other meetups have their turn
 * @param unknownMeetupGrace how long a request waits for the schedule of its meetup, where that has
 *     not come first
 * @param properties anything else for Kafka Streams
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
