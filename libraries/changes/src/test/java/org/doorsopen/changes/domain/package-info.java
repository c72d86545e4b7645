@NullMarked
package org.doorsopen.changes.domain;

import org.jspecify.annotations.NullMarked;
