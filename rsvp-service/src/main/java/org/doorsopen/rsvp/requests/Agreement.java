package org.doorsopen.rsvp.requests;

/**
 * To a code of conduct.
 *
 * @param url of the code of conduct as the person was shown it: its text is on another site
 * @param version of the meetup that had this address then
 */
public record Agreement(String url, int version) {}
