/**
 * Measures mails that notification-service sends, beside a bare SMTP client, and the memory of a
 * long queue.
 */
@NullMarked
package org.doorsopen.bench.mail;

import org.jspecify.annotations.NullMarked;
