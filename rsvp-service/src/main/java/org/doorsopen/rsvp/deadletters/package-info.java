/** Records of this service's topics that were set aside, and the answers to them. */
@NullMarked
package org.doorsopen.rsvp.deadletters;

import org.jspecify.annotations.NullMarked;
