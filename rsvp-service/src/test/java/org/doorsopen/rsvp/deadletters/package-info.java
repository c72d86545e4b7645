/** Records that are set aside, and the answers to them. */
@NullMarked
package org.doorsopen.rsvp.deadletters;

import org.jspecify.annotations.NullMarked;
