/** The maker that starts containers, by Testcontainers. */
@NullMarked
package org.doorsopen.infrastructure.containers;

import org.jspecify.annotations.NullMarked;
