/**
 * The rules that hold for the whole project: between modules, and for the files beside the code.
 */
@NullMarked
package org.doorsopen.acceptance;

import org.jspecify.annotations.NullMarked;
