@NullMarked
package org.doorsopen.web;

import org.jspecify.annotations.NullMarked;
