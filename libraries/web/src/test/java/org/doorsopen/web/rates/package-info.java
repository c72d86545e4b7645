@NullMarked
package org.doorsopen.web.rates;

import org.jspecify.annotations.NullMarked;
