/** What holds for the whole: the rules between modules, the files beside the code. */
@NullMarked
package org.doorsopen.acceptance;

import org.jspecify.annotations.NullMarked;
