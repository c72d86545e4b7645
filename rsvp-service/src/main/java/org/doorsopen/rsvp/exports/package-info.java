/** The data that is held about an address, for the person who reads its mails. */
@NullMarked
package org.doorsopen.rsvp.exports;

import org.jspecify.annotations.NullMarked;
