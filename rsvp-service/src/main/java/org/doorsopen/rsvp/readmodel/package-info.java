/**
 * Keeps the tables in PostgreSQL up to date with the topics: in batches, in order, and only ever
 * forward. The projections of the features say what the rows are.
 */
@NullMarked
package org.doorsopen.rsvp.readmodel;

import org.jspecify.annotations.NullMarked;
