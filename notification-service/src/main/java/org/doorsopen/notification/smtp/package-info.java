/**
 * The way to an SMTP server: connections, and what the server says. It knows nothing of our own
 * mails.
 */
@NullMarked
package org.doorsopen.notification.smtp;

import org.jspecify.annotations.NullMarked;
