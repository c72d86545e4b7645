/** The beans that a Spring Boot service gets by having the contract on its class path. */
@NullMarked
package org.doorsopen.schemas.spring;

import org.jspecify.annotations.NullMarked;
