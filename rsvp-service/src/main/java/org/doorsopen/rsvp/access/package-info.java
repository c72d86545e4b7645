/** Who may see and change an RSVP. */
@NullMarked
package org.doorsopen.rsvp.access;

import org.jspecify.annotations.NullMarked;
