/** Put onto the class path of a service by {@code doors bench http}; of no use anywhere else. */
@NullMarked
package org.doorsopen.bench.ceiling;

import org.jspecify.annotations.NullMarked;
