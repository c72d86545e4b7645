/** What was published of a meetup so far, for organizers and, without names, for everybody. */
@NullMarked
package org.doorsopen.schedule.desk.history;

import org.jspecify.annotations.NullMarked;
