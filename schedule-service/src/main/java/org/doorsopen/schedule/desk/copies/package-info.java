/** Further evenings that are made of earlier ones. */
@NullMarked
package org.doorsopen.schedule.desk.copies;

import org.jspecify.annotations.NullMarked;
