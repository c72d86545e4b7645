/** Locks in the database for work that one instance does for all. */
@NullMarked
package org.doorsopen.rsvp.locks;

import org.jspecify.annotations.NullMarked;
