/** Feeds the PostgreSQL read model from the topics: in batches, in order, and only ever forward. */
@NullMarked
package org.doorsopen.rsvp.readmodel;

import org.jspecify.annotations.NullMarked;
