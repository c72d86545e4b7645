/** The names of calendar entries that people were given, which stay. */
@NullMarked
package org.doorsopen.notification.calendars;

import org.jspecify.annotations.NullMarked;
