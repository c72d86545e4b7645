@NullMarked
package org.doorsopen.chaos;

import org.jspecify.annotations.NullMarked;
