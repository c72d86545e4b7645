/** Parts of the organizers' desk that show mails. */
@NullMarked
package org.doorsopen.notification.desk;

import org.jspecify.annotations.NullMarked;
