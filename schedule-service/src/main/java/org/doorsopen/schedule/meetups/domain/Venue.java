package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** A room that people can go to. */
public record Venue(String name, @Nullable String address, @Nullable String url) {}
