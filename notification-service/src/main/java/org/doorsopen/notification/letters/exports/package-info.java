/** The data that is held about an address, as the mail to it tells it. */
@NullMarked
package org.doorsopen.notification.letters.exports;

import org.jspecify.annotations.NullMarked;
