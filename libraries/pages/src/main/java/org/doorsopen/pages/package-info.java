/** The one look of all pages, which a service gets by having this library on its class path. */
@NullMarked
package org.doorsopen.pages;

import org.jspecify.annotations.NullMarked;
