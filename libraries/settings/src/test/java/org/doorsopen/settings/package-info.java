@NullMarked
package org.doorsopen.settings;

import org.jspecify.annotations.NullMarked;
