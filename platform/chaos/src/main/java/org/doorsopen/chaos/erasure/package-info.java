/** Erases many people, and searches every file of the platform for them. */
@NullMarked
package org.doorsopen.chaos.erasure;

import org.jspecify.annotations.NullMarked;
