/** Statuses that are followed live: a change in the database reaches every client that listens. */
@NullMarked
package org.doorsopen.rsvp.status.live;

import org.jspecify.annotations.NullMarked;
