@NullMarked
package org.doorsopen.schedule.parties.domain;

import org.jspecify.annotations.NullMarked;
