/** Tells the other services whose mails reach nobody, and when they do again. */
@NullMarked
package org.doorsopen.notification.deliveries;

import org.jspecify.annotations.NullMarked;
