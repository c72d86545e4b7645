package org.doorsopen.schedule.meetups.domain;

/** The kind of an agenda item; the names are part of the HTTP API and of the events. */
public enum AgendaItemKind {
  DOORS,
  REMARKS,
  TALK,
  BREAK,
  SOCIAL
}
