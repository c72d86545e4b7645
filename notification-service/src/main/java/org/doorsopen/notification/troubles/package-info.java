/** The troubles that keep mails from going out, for organizers. */
@NullMarked
package org.doorsopen.notification.troubles;

import org.jspecify.annotations.NullMarked;
