/** Remembers which events were handled, so that each is handled once. */
@NullMarked
package org.doorsopen.notification.inbox;

import org.jspecify.annotations.NullMarked;
