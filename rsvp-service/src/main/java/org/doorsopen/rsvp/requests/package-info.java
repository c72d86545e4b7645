/** Writes the requests and cancellations of attendees and organizers to the log. */
@NullMarked
package org.doorsopen.rsvp.requests;

import org.jspecify.annotations.NullMarked;
