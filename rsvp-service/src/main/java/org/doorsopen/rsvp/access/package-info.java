/** Access to single RSVPs by their tokens. */
@NullMarked
package org.doorsopen.rsvp.access;

import org.jspecify.annotations.NullMarked;
