/**
 * Records that a reader cannot make sense of: what they are told by, how they are set aside, and
 * what becomes of them.
 */
@NullMarked
package org.doorsopen.schemas.deadletters;

import org.jspecify.annotations.NullMarked;
