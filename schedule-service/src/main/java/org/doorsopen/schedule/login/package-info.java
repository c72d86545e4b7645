/** The page on which organizers log in, for all services. */
@NullMarked
package org.doorsopen.schedule.login;

import org.jspecify.annotations.NullMarked;
