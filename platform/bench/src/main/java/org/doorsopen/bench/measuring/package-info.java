/** The parts of every benchmark: what runs, how long it may take, what the processes cost. */
@NullMarked
package org.doorsopen.bench.measuring;

import org.jspecify.annotations.NullMarked;
