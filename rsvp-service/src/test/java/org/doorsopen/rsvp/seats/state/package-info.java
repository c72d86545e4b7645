/** How seat allocation keeps its state. */
@NullMarked
package org.doorsopen.rsvp.seats.state;

import org.jspecify.annotations.NullMarked;
