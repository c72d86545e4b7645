/** The queue of mails, their way to the SMTP server, and the log of it. */
@NullMarked
package org.doorsopen.notification.delivery;

import org.jspecify.annotations.NullMarked;
