@NullMarked
package org.doorsopen.schedule.jobs;

import org.jspecify.annotations.NullMarked;
