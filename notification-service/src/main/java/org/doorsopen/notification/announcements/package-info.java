/** What happened to meetups and seats, and the mails that follow from it. */
@NullMarked
package org.doorsopen.notification.announcements;

import org.jspecify.annotations.NullMarked;
