/**
 * Bounds for clients that nobody knows: what they can hold of the memory, and for how long. See
 * docs/security.md for the sum.
 */
@NullMarked
package org.doorsopen.web.strangers;

import org.jspecify.annotations.NullMarked;
