/** Reminders of meetups that are about to start. */
@NullMarked
package org.doorsopen.notification.reminders;

import org.jspecify.annotations.NullMarked;
