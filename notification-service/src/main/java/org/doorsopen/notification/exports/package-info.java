/** The data that rsvp-service holds about an address, until it is mailed there. */
@NullMarked
package org.doorsopen.notification.exports;

import org.jspecify.annotations.NullMarked;
