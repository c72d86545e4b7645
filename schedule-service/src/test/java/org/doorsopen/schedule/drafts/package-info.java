@NullMarked
package org.doorsopen.schedule.drafts;

import org.jspecify.annotations.NullMarked;
