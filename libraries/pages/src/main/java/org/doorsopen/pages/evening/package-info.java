/** What a page says of an evening itself, the same in every service that shows one. */
@NullMarked
package org.doorsopen.pages.evening;

import org.jspecify.annotations.NullMarked;
