/** What is set aside, and what becomes of it. */
@NullMarked
package org.doorsopen.rsvp.deadletters;

import org.jspecify.annotations.NullMarked;
