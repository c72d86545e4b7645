/** What organizers have already: announcements, calendars and pages, read as drafts of meetups. */
@NullMarked
package org.doorsopen.schedule.imports;

import org.jspecify.annotations.NullMarked;
