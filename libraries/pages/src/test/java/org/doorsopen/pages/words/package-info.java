@NullMarked
package org.doorsopen.pages.words;

import org.jspecify.annotations.NullMarked;
