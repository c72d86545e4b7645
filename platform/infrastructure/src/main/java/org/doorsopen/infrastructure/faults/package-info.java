/** Parts that fail when they are told to. */
@NullMarked
package org.doorsopen.infrastructure.faults;

import org.jspecify.annotations.NullMarked;
