@NullMarked
package org.doorsopen.standalone.settings;

import org.jspecify.annotations.NullMarked;
