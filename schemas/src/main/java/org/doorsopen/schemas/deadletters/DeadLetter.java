package org.doorsopen.schemas.deadletters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside and that nobody has replayed or discarded yet.
 *
 * @param origin topic, partition and offset: {@code rsvps-3@17}
 * @param key as text; null where the record had none
 * @param readers the consumer groups that could not make sense of it
 * @param bytes how many it has; null where it had no value
 */
public record DeadLetter(
    String origin,
    String topic,
    @Nullable String key,
    List<String> readers,
    String reason,
    Instant setAsideAt,
    @Nullable Integer bytes) {}
