/** Versions of a meetup and the differences between them. */
@NullMarked
package org.doorsopen.schedule.meetups.domain.versions;

import org.jspecify.annotations.NullMarked;
