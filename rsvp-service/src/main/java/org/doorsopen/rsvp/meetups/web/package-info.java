/** Meetups over HTTP. */
@NullMarked
package org.doorsopen.rsvp.meetups.web;

import org.jspecify.annotations.NullMarked;
