/** Calendars as RFC 5545 wants them, for code that writes entries with ical4j. */
@NullMarked
package org.doorsopen.calendar;

import org.jspecify.annotations.NullMarked;
