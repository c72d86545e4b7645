package org.doorsopen.chaos.seats.audit;

import java.util.Set;

/**
 * The requests that rsvp-service has answered with 202.
 *
 * @param requests rsvpIds
 * @param cancellations rsvpIds
 * @param changes changeIds
 * @param grants grantIds
 */
public record Acknowledged(
    Set<String> requests, Set<String> cancellations, Set<String> changes, Set<String> grants) {}
