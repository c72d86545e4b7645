package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** Who pays for what. */
public record Sponsor(String name, @Nullable String contribution, @Nullable String url) {}
