/** Erasure over HTTP. */
@NullMarked
package org.doorsopen.rsvp.erasure.web;

import org.jspecify.annotations.NullMarked;
