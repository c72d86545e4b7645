package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** Who organizes. */
public record Host(String name, @Nullable String url) {}
