@NullMarked
package org.doorsopen.schedule.imports.html;

import org.jspecify.annotations.NullMarked;
