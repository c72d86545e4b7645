@NullMarked
package org.doorsopen.standalone.bench;

import org.jspecify.annotations.NullMarked;
