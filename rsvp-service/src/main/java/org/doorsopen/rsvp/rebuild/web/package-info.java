/** Rebuilds over HTTP. */
@NullMarked
package org.doorsopen.rsvp.rebuild.web;

import org.jspecify.annotations.NullMarked;
