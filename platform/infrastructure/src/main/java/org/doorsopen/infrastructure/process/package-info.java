/** Child processes and the one folder for the data that must outlive them. */
@NullMarked
package org.doorsopen.infrastructure.process;

import org.jspecify.annotations.NullMarked;
