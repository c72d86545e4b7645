/** The rules about meetups and their changes, without clocks, databases or frameworks. */
@NullMarked
package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.NullMarked;
