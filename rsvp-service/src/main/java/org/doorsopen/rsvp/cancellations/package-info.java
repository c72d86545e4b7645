/** RSVPs that organizers have cancelled, with the names of those organizers. */
@NullMarked
package org.doorsopen.rsvp.cancellations;

import org.jspecify.annotations.NullMarked;
