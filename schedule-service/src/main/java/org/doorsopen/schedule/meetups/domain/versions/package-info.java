/** Versions of a meetup and what differs between them. */
@NullMarked
package org.doorsopen.schedule.meetups.domain.versions;

import org.jspecify.annotations.NullMarked;
