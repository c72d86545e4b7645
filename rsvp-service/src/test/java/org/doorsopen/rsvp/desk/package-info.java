@NullMarked
package org.doorsopen.rsvp.desk;

import org.jspecify.annotations.NullMarked;
