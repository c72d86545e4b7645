/** The organizers by name, and whether a password is theirs. */
@NullMarked
package org.doorsopen.web.organizers;

import org.jspecify.annotations.NullMarked;
