@NullMarked
package org.doorsopen.bench;

import org.jspecify.annotations.NullMarked;
