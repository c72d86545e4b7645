/** Tests of what pages of others may do. */
@NullMarked
package org.doorsopen.rsvp.embed;

import org.jspecify.annotations.NullMarked;
