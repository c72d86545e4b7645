/** The organizers' list of RSVPs over HTTP, as JSON and as CSV. */
@NullMarked
package org.doorsopen.rsvp.attendees.web;

import org.jspecify.annotations.NullMarked;
