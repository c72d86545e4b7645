@NullMarked
package org.doorsopen.web.organizers;

import org.jspecify.annotations.NullMarked;
