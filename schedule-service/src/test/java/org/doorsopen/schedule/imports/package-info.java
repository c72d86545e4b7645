@NullMarked
package org.doorsopen.schedule.imports;

import org.jspecify.annotations.NullMarked;
