/** What a mail says, made when it is sent. */
@NullMarked
package org.doorsopen.notification.letters;

import org.jspecify.annotations.NullMarked;
