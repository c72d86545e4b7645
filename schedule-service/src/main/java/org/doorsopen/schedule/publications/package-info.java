/** Drafts become versions that everybody hears of, in order and exactly once each. */
@NullMarked
package org.doorsopen.schedule.publications;

import org.jspecify.annotations.NullMarked;
