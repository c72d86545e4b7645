@NullMarked
package org.doorsopen.schedule.desk.edit;

import org.jspecify.annotations.NullMarked;
