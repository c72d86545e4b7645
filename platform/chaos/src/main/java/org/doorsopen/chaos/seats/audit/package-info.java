/** Holds acknowledged requests, the topics and the read model against each other. */
@NullMarked
package org.doorsopen.chaos.seats.audit;

import org.jspecify.annotations.NullMarked;
