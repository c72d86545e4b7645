/** People who made an RSVP: where they stand and what they were told. */
@NullMarked
package org.doorsopen.notification.recipients;

import org.jspecify.annotations.NullMarked;
