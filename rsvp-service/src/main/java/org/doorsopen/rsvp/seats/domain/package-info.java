/**
 * The seat rules: the state of one meetup and a command lead to decisions. Uses nothing but the
 * JDK.
 */
@NullMarked
package org.doorsopen.rsvp.seats.domain;

import org.jspecify.annotations.NullMarked;
