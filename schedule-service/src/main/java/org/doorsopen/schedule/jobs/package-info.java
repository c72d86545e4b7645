/** How jobs are tried again. */
@NullMarked
package org.doorsopen.schedule.jobs;

import org.jspecify.annotations.NullMarked;
