/** Which account may read and write what; the one place where that is written down. */
@NullMarked
package org.doorsopen.access;

import org.jspecify.annotations.NullMarked;
