/** How many mails one mailbox gets from us, whatever is asked in its name. */
@NullMarked
package org.doorsopen.notification.allowances;

import org.jspecify.annotations.NullMarked;
