package org.doorsopen.schemas;

import java.util.Optional;

/**
 * How topics are created where they do not exist yet.
 *
 * @param partitions of every topic. A meetup lives in one partition for ever, so an existing topic
 *     is never changed.
 * @param replicas of every topic; empty takes the broker's default.
 */
public record TopicSettings(int partitions, Optional<Short> replicas) {

  public TopicSettings {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
    }
  }
}
