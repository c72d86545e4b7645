package org.doorsopen.chaos.seats.audit;

import java.util.Set;

/**
 * The requests that rsvp-service has answered with 202.
 *
 * @param requests rsvpIds
 * @param cancellations rsvpIds
 */
public record Acknowledged(Set<String> requests, Set<String> cancellations) {}
