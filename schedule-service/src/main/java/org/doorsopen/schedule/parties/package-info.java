/** Where the RSVPs of a meetup stand, read from the events of the other services. */
@NullMarked
package org.doorsopen.schedule.parties;

import org.jspecify.annotations.NullMarked;
