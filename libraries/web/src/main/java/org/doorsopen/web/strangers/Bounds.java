package org.doorsopen.web.strangers;

import java.time.Duration;

/**
 * How much of the server clients can take up at a time.
 *
 * @param largestBody of any route, in bytes
 * @param connections that are open; fewer if the process may not open so many files
 * @param requests that are answered; one more is a 503
 * @param slowBodies that are waited for; one more ends the one that has waited longest
 * @param silence after which a connection ends in the middle of a request, and the time for the
 *     whole header
 */
public record Bounds(
    int largestBody, int connections, int requests, int slowBodies, Duration silence) {}
