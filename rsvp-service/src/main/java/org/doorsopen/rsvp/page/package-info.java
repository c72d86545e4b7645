/** The page that mails link to. */
@NullMarked
package org.doorsopen.rsvp.page;

import org.jspecify.annotations.NullMarked;
