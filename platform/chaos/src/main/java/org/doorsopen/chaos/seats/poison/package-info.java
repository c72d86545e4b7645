/** Chaos by records that nobody can make sense of. */
@NullMarked
package org.doorsopen.chaos.seats.poison;

import org.jspecify.annotations.NullMarked;
