/** Waiting for others, never without a limit. */
@NullMarked
package org.doorsopen.schemas.waiting;

import org.jspecify.annotations.NullMarked;
