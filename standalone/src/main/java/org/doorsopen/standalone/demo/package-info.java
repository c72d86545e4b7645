/** One evening, played against a running platform from outside. */
@NullMarked
package org.doorsopen.standalone.demo;

import org.jspecify.annotations.NullMarked;
