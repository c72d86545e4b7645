package org.doorsopen.schedule.imports.domain;

/**
 * Something that was read, and may be meant in another way.
 *
 * @param field by its path in the API of meetups, such as {@code agenda[2].speakers}
 * @param line counted from 1
 * @param detail what the reason is about, such as the words that were left out; may be empty
 */
public record Doubt(String field, int line, Reason reason, String detail) {}
