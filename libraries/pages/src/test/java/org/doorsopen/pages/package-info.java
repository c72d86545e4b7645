@NullMarked
package org.doorsopen.pages;

import org.jspecify.annotations.NullMarked;
