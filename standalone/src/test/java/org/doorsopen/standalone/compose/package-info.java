/** The rules that docker-compose.yml keeps, read from the file itself. */
@NullMarked
package org.doorsopen.standalone.compose;

import org.jspecify.annotations.NullMarked;
