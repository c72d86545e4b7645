/** Templates of mails. */
@NullMarked
package org.doorsopen.notification.text;

import org.jspecify.annotations.NullMarked;
