/** Calendar entries as mails carry them. */
@NullMarked
package org.doorsopen.notification.calendar;

import org.jspecify.annotations.NullMarked;
