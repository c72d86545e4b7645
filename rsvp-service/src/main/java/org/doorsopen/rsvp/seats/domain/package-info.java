/** The seat rules: given what is known of one meetup and a command, what is decided. JDK only. */
@NullMarked
package org.doorsopen.rsvp.seats.domain;

import org.jspecify.annotations.NullMarked;
