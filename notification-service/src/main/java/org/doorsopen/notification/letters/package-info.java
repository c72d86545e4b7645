/** The letters in mails, written when they are sent. */
@NullMarked
package org.doorsopen.notification.letters;

import org.jspecify.annotations.NullMarked;
