@NullMarked
package org.doorsopen.infrastructure.embedded;

import org.jspecify.annotations.NullMarked;
