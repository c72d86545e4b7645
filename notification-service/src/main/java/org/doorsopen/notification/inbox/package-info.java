/** Which events were handled. */
@NullMarked
package org.doorsopen.notification.inbox;

import org.jspecify.annotations.NullMarked;
