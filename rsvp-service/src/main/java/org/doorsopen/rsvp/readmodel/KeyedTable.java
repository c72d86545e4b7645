package org.doorsopen.rsvp.readmodel;

/**
 * A table of the read model.
 *
 * @param name without its schema
 * @param key the columns of its primary key as SQL lists them, separated by commas
 */
public record KeyedTable(String name, String key) {}
