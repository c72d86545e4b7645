/** Completes the description of the API, in OpenAPI, with everything that holds for every route. */
@NullMarked
package org.doorsopen.web.description;

import org.jspecify.annotations.NullMarked;
