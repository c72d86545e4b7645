/** How long this service remembers what it told to whom. */
@NullMarked
package org.doorsopen.notification.retention;

import org.jspecify.annotations.NullMarked;
