@NullMarked
package org.doorsopen.schedule.meetups.domain;

import org.jspecify.annotations.NullMarked;
