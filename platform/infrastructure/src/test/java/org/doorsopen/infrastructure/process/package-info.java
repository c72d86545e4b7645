@NullMarked
package org.doorsopen.infrastructure.process;

import org.jspecify.annotations.NullMarked;
