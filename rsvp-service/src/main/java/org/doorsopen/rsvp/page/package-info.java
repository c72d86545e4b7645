/** The page about one RSVP, which mails link to. */
@NullMarked
package org.doorsopen.rsvp.page;

import org.jspecify.annotations.NullMarked;
