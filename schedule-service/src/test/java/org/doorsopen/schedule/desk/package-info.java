@NullMarked
package org.doorsopen.schedule.desk;

import org.jspecify.annotations.NullMarked;
