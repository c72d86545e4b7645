/** Pages of others that show our meetups. */
@NullMarked
package org.doorsopen.rsvp.embed;

import org.jspecify.annotations.NullMarked;
