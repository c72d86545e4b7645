/** Who comes, for organizers. */
@NullMarked
package org.doorsopen.rsvp.attendees;

import org.jspecify.annotations.NullMarked;
