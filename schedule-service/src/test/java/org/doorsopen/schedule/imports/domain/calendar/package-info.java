@NullMarked
package org.doorsopen.schedule.imports.domain.calendar;

import org.jspecify.annotations.NullMarked;
