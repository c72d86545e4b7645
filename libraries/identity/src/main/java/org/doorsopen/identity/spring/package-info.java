/** The makers of ids and tokens as beans. */
@NullMarked
package org.doorsopen.identity.spring;

import org.jspecify.annotations.NullMarked;
