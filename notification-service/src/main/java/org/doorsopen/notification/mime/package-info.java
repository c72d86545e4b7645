/** Mails as they go out, written in MIME. */
@NullMarked
package org.doorsopen.notification.mime;

import org.jspecify.annotations.NullMarked;
