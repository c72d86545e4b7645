/** The whole platform on one machine. */
@NullMarked
package org.doorsopen.launcher;

import org.jspecify.annotations.NullMarked;
