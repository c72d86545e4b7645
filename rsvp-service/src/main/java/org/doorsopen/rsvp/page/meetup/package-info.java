/** The public page of a meetup, with the form for an RSVP. */
@NullMarked
package org.doorsopen.rsvp.page.meetup;

import org.jspecify.annotations.NullMarked;
