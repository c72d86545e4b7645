/** The RSVPs of a meetup, for its organizers. */
@NullMarked
package org.doorsopen.rsvp.attendees;

import org.jspecify.annotations.NullMarked;
