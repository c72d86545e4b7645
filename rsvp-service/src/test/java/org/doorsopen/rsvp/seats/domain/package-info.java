/** The seat rules, tested without anything around them. */
@NullMarked
package org.doorsopen.rsvp.seats.domain;

import org.jspecify.annotations.NullMarked;
