/** The outcome of each mail, for organizers, over HTTP. */
@NullMarked
package org.doorsopen.notification.deliverylog;

import org.jspecify.annotations.NullMarked;
