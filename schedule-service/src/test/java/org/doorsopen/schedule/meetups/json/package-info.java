@NullMarked
package org.doorsopen.schedule.meetups.json;

import org.jspecify.annotations.NullMarked;
