/** The parts of every benchmark: the programs, their time limits, and the cost of the processes. */
@NullMarked
package org.doorsopen.bench.measuring;

import org.jspecify.annotations.NullMarked;
