package org.doorsopen.chaos.seats.audit;

import java.util.Set;

/**
 * What rsvp-service has answered by 202.
 *
 * @param requests rsvpIds
 * @param cancellations rsvpIds
 */
public record Acknowledged(Set<String> requests, Set<String> cancellations) {}
