/** Child processes and the one folder where they keep what must outlive them. */
@NullMarked
package org.doorsopen.infrastructure.process;

import org.jspecify.annotations.NullMarked;
