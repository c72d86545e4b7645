/** Erasing names and addresses, on demand and when they are no longer needed. */
@NullMarked
package org.doorsopen.rsvp.erasure;

import org.jspecify.annotations.NullMarked;
