package org.doorsopen.schedule.meetups.domain.versions;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions, in words that a person can read; instants in ISO 8601.
 *
 * @param path for example {@code venue.address} or {@code agenda[kai].startsAt}
 * @param old null if it was not there
 * @param now {@code new} in JSON and in the events; null if it is gone
 */
public record Change(String path, @Nullable String old, @Nullable String now) {}
