/** What organizers write to those who come or wait. */
@NullMarked
package org.doorsopen.notification.messages;

import org.jspecify.annotations.NullMarked;
