/** Parts of the organizers' desk that show seats and attendees. */
@NullMarked
package org.doorsopen.rsvp.desk;

import org.jspecify.annotations.NullMarked;
