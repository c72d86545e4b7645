/** Reads the whole read model again from the topics while the one that stands answers. */
@NullMarked
package org.doorsopen.rsvp.rebuild;

import org.jspecify.annotations.NullMarked;
