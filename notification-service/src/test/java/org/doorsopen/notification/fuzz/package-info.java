/** Inputs for pure parsers that nobody would think of. */
@NullMarked
package org.doorsopen.notification.fuzz;

import org.jspecify.annotations.NullMarked;
