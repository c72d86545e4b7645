@NullMarked
package org.doorsopen.schedule.imports.domain.text;

import org.jspecify.annotations.NullMarked;
