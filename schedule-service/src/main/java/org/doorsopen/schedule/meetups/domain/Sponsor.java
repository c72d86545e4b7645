package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** A company or a person that pays for something, and for what. */
public record Sponsor(String name, @Nullable String contribution, @Nullable String url) {}
