/** The pages of attendees: the first one, and those about one RSVP, to which mails lead. */
@NullMarked
package org.doorsopen.rsvp.page;

import org.jspecify.annotations.NullMarked;
