/** Meetups in all versions that were published. */
@NullMarked
package org.doorsopen.notification.meetups;

import org.jspecify.annotations.NullMarked;
