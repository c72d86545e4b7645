/** How fast it is, measured on this machine against what else one could do. */
@NullMarked
package org.doorsopen.standalone.bench;

import org.jspecify.annotations.NullMarked;
