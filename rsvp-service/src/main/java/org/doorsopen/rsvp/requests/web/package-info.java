/** Requests and cancellations over HTTP. */
@NullMarked
package org.doorsopen.rsvp.requests.web;

import org.jspecify.annotations.NullMarked;
