@NullMarked
package org.doorsopen.infrastructure;

import org.jspecify.annotations.NullMarked;
