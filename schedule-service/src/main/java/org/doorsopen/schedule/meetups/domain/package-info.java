/** What a meetup is, and what changed in it: rules without clocks, databases or frameworks. */
@NullMarked
package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.NullMarked;
