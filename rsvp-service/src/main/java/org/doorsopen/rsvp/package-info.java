/** Attendees: RSVPs, seats, status. */
@NullMarked
package org.doorsopen.rsvp;

import org.jspecify.annotations.NullMarked;
