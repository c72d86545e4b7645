/** The route by which programs ask for what is held about an address. */
@NullMarked
package org.doorsopen.rsvp.exports.web;

import org.jspecify.annotations.NullMarked;
