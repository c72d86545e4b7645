/**
 * The queue of mails, what senders have claimed of it, and the log of all. The tables of mails are
 * read and written here only.
 */
@NullMarked
package org.doorsopen.notification.mails;

import org.jspecify.annotations.NullMarked;
