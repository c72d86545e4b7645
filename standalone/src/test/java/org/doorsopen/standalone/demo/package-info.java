@NullMarked
package org.doorsopen.standalone.demo;

import org.jspecify.annotations.NullMarked;
