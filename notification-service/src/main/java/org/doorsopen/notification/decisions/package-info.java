/** Decisions about seats, and the mails that follow from them. */
@NullMarked
package org.doorsopen.notification.decisions;

import org.jspecify.annotations.NullMarked;
