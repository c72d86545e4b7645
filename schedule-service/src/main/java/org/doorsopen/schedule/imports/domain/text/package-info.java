/**
 * Reads announcements as people write them. Every pattern here is linear in the length of a line:
 * no repetition stands in another one, and none is open to both sides.
 */
@NullMarked
package org.doorsopen.schedule.imports.domain.text;

import org.jspecify.annotations.NullMarked;
