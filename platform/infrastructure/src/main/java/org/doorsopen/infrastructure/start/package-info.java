/** Starts an infrastructure by the maker that the blueprint names; knows every maker. */
@NullMarked
package org.doorsopen.infrastructure.start;

import org.jspecify.annotations.NullMarked;
