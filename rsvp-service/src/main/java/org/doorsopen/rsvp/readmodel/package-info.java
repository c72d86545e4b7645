/**
 * Keeps the tables in PostgreSQL up to date with the topics: in batches, in order, and only ever
 * forward. What the rows are is for the projections of the features to say.
 */
@NullMarked
package org.doorsopen.rsvp.readmodel;

import org.jspecify.annotations.NullMarked;
