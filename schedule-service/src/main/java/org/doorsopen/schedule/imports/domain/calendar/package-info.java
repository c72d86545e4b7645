/** Reads iCalendar (RFC 5545) as far as a meetup is in it. */
@NullMarked
package org.doorsopen.schedule.imports.domain.calendar;

import org.jspecify.annotations.NullMarked;
