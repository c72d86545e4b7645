package org.doorsopen.web.problems;

/**
 * One wrong field of a request.
 *
 * @param field its path as the sender would write it, for example {@code agenda[2].startsAt}
 * @param message what to do about it, without the field's name in front
 */
public record FieldError(String field, String message) {}
