/**
 * The queue of mails, the batches that senders have claimed, and the log of all mails. The tables
 * of mails are read and written here only.
 */
@NullMarked
package org.doorsopen.notification.mails;

import org.jspecify.annotations.NullMarked;
