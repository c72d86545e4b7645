/** Statuses over HTTP, asked once or followed live. */
@NullMarked
package org.doorsopen.rsvp.status.web;

import org.jspecify.annotations.NullMarked;
