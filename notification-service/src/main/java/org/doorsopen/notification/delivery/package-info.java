/** The senders, which claim mails, have them put together, and hand them to the SMTP server. */
@NullMarked
package org.doorsopen.notification.delivery;

import org.jspecify.annotations.NullMarked;
