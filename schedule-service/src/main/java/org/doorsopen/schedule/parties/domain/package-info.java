/** Figures of those who come or wait. */
@NullMarked
package org.doorsopen.schedule.parties.domain;

import org.jspecify.annotations.NullMarked;
