/**
 * Seat allocation once more, written from its rules alone, to be compared with the one that runs.
 */
@NullMarked
package org.doorsopen.rsvp.seats.reference;

import org.jspecify.annotations.NullMarked;
