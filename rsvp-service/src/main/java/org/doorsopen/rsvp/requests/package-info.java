/** What attendees and organizers ask for, written to the log. */
@NullMarked
package org.doorsopen.rsvp.requests;

import org.jspecify.annotations.NullMarked;
