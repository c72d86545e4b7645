/** Answers to questions about databases that every service would otherwise answer anew. */
@NullMarked
package org.doorsopen.web.database;

import org.jspecify.annotations.NullMarked;
