/** Mails that people ask for. */
@NullMarked
package org.doorsopen.notification.requests;

import org.jspecify.annotations.NullMarked;
