package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** A person who speaks, as announced. */
public record Speaker(String name, @Nullable String role, @Nullable String organization) {}
