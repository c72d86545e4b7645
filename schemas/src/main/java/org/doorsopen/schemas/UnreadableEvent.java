package org.doorsopen.schemas;

/**
 * Stands for a record that a reader cannot make sense of, so that reading goes on. Readers pass
 * over it as they pass over events of later releases; it is set aside before they see it.
 *
 * @param reason for operators; repeats nothing of the contents
 */
public record UnreadableEvent(String reason) {}
