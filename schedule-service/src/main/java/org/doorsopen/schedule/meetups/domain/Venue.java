package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** Where people meet. */
public record Venue(String name, @Nullable String address, @Nullable String url) {}
