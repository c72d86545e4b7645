@NullMarked
package org.doorsopen.schedule.publications;

import org.jspecify.annotations.NullMarked;
