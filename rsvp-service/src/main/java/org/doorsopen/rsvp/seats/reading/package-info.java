/** How seat allocation reads its topics: in which order, how far, and what cannot be read. */
@NullMarked
package org.doorsopen.rsvp.seats.reading;

import org.jspecify.annotations.NullMarked;
