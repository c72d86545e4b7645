/**
 * Random histories, decided by seat allocation and by the reference model, and compared step by
 * step.
 */
@NullMarked
package org.doorsopen.rsvp.seats.histories;

import org.jspecify.annotations.NullMarked;
