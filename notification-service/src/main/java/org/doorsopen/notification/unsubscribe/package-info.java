/** The way out of reminders, for people and for their mail programs (RFC 8058). */
@NullMarked
package org.doorsopen.notification.unsubscribe;

import org.jspecify.annotations.NullMarked;
