/** How RSVPs stand: the latest decisions, and what follows from them for each attendee. */
@NullMarked
package org.doorsopen.rsvp.status;

import org.jspecify.annotations.NullMarked;
