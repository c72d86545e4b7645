/**
 * The way to an SMTP server: connections, and what the server says. Knows nothing of mails of ours.
 */
@NullMarked
package org.doorsopen.notification.smtp;

import org.jspecify.annotations.NullMarked;
