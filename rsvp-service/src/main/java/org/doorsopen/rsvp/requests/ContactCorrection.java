package org.doorsopen.rsvp.requests;

import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be called and written to from now on. The address cannot be corrected: it
 * is what the RSVP's links are mailed to.
 *
 * @param name as typed
 * @param locale a BCP 47 language tag; null leaves the language as it is
 */
public record ContactCorrection(String name, @Nullable String locale) {}
