package org.doorsopen.schedule.meetups.domain;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When the evening is.
 *
 * @param timeZone of the people who come; every local time is shown in it
 */
public record Times(ZoneId timeZone, Instant startsAt, Instant endsAt) {}
