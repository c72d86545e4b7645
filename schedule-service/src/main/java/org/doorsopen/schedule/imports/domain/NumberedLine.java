package org.doorsopen.schedule.imports.domain;

/** A line of an announcement, counted from 1. */
public record NumberedLine(int line, String text) {}
