/** E-mail to attendees. */
@NullMarked
package org.doorsopen.notification;

import org.jspecify.annotations.NullMarked;
