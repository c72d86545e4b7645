@NullMarked
package org.doorsopen.schedule;

import org.jspecify.annotations.NullMarked;
