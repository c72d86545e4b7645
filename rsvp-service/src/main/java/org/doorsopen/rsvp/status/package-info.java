/** What became of an RSVP, asked once or followed live. */
@NullMarked
package org.doorsopen.rsvp.status;

import org.jspecify.annotations.NullMarked;
