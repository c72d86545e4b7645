/** Sends inputs that nobody thought of to every route, and looks at how they are answered. */
@NullMarked
package org.doorsopen.chaos.inputs;

import org.jspecify.annotations.NullMarked;
