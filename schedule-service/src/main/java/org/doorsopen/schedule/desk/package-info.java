/** The organizers' desk: the pages on which they see and change their meetups. */
@NullMarked
package org.doorsopen.schedule.desk;

import org.jspecify.annotations.NullMarked;
