/** The maker that needs nothing but this machine and a JDK. */
@NullMarked
package org.doorsopen.infrastructure.embedded;

import org.jspecify.annotations.NullMarked;
