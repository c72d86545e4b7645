/** People who made an RSVP: where they stand, and which versions they were told. */
@NullMarked
package org.doorsopen.notification.recipients;

import org.jspecify.annotations.NullMarked;
