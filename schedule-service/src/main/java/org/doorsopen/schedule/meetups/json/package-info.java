/** Meetups as JSON, the same in the database and over HTTP. */
@NullMarked
package org.doorsopen.schedule.meetups.json;

import org.jspecify.annotations.NullMarked;
