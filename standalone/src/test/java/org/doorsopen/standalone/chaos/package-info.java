@NullMarked
package org.doorsopen.standalone.chaos;

import org.jspecify.annotations.NullMarked;
