@NullMarked
package org.doorsopen.schedule.meetups.domain.versions;

import org.jspecify.annotations.NullMarked;
