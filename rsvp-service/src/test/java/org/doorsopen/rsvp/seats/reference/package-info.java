/**
 * A second seat allocation, written from the rules alone, to be compared with the one that runs.
 */
@NullMarked
package org.doorsopen.rsvp.seats.reference;

import org.jspecify.annotations.NullMarked;
