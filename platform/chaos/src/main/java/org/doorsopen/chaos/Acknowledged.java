package org.doorsopen.chaos;

import java.util.Set;

/**
 * What rsvp-service has answered by 202.
 *
 * @param requests rsvpIds
 * @param cancellations rsvpIds
 */
record Acknowledged(Set<String> requests, Set<String> cancellations) {}
