/** Chaos on notification-service, its database and the mail server while mails are sent. */
@NullMarked
package org.doorsopen.chaos.mail;

import org.jspecify.annotations.NullMarked;
