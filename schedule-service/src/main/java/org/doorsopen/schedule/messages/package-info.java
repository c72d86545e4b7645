/** What organizers write to those who come or wait; notification-service mails it. */
@NullMarked
package org.doorsopen.schedule.messages;

import org.jspecify.annotations.NullMarked;
