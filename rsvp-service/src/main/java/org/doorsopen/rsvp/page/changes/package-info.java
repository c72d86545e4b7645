/** The parts of the page about an RSVP by which its holder changes it. */
@NullMarked
package org.doorsopen.rsvp.page.changes;

import org.jspecify.annotations.NullMarked;
