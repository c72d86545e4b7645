/** The pages on which organizers publish or cancel a meetup, and see before what follows. */
@NullMarked
package org.doorsopen.schedule.publishing;

import org.jspecify.annotations.NullMarked;
