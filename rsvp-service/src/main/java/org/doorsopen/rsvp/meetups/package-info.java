/** Published meetups, as everyone may read them. */
@NullMarked
package org.doorsopen.rsvp.meetups;

import org.jspecify.annotations.NullMarked;
