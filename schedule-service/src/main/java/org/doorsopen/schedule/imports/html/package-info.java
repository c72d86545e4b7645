/** Reads pages of other sites: what they say for programs, and what they show. */
@NullMarked
package org.doorsopen.schedule.imports.html;

import org.jspecify.annotations.NullMarked;
