package org.doorsopen.rsvp.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/**
 * The records of one partition that its topic no longer holds, because their retention has ended.
 *
 * @param partitions of the whole topic
 * @param before the first offset that is left
 */
public record DeletedRecords(int partition, int partitions, long before) {

  /** Whether records with this key go to the partition, chosen as Kafka's producers choose it. */
  public boolean mayHaveKey(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions == partition;
  }
}
