/** Measures how fast the platform is on this machine, beside the alternatives. */
@NullMarked
package org.doorsopen.bench;

import org.jspecify.annotations.NullMarked;
