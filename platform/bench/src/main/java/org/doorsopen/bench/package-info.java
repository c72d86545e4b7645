/** How fast it is, measured on this machine against what else one could do. */
@NullMarked
package org.doorsopen.bench;

import org.jspecify.annotations.NullMarked;
