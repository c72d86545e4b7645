/**
 * Tells what words of an announcement are: times, dates, people, places, gifts. Every pattern here
 * is linear in the length of a line: no repetition stands in another one, and none is open to both
 * sides.
 */
@NullMarked
package org.doorsopen.schedule.imports.domain.text.words;

import org.jspecify.annotations.NullMarked;
