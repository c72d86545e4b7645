package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** A person or a group that organizes the meetup. */
public record Host(String name, @Nullable String url) {}
