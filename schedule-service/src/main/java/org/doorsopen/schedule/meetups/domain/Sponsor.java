package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.Nullable;

/** A company or a person that contributes something, such as the pizza. */
public record Sponsor(String name, @Nullable String contribution, @Nullable String url) {}
