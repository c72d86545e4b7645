package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** Where people meet: in a room, online, both, or not known yet. */
public record Place(@Nullable Venue venue, @Nullable String onlineUrl) {}
