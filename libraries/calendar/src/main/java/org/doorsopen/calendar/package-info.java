/** Calendars as RFC 5545 and RFC 5546 want them, for services that send them and serve them. */
@NullMarked
package org.doorsopen.calendar;

import org.jspecify.annotations.NullMarked;
