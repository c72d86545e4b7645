package org.doorsopen.schedule.meetups.domain;

import java.util.Set;

/**
 * Two fields do not fit together.
 *
 * @param field the one to blame: if possible one that the organizer gave
 * @param message what to do about it, without the field's name in front
 * @param involved all fields that were compared; if one of them is wrong by itself, this fault is
 *     meaningless
 */
public record Fault(String field, String message, Set<String> involved) {}
