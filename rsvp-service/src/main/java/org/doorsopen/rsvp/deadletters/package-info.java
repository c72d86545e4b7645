/** What was set aside of the topics that this service writes, and what becomes of it. */
@NullMarked
package org.doorsopen.rsvp.deadletters;

import org.jspecify.annotations.NullMarked;
